using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;

namespace EqAssess.Web.Pages.Judge;

/// <summary>Who the judge is to the others: a pseudonym, a role, years, and what might colour their judgement.</summary>
public sealed class IntroductionModel(JudgeService judges) : JudgePage(judges)
{
    [BindProperty]
    public string? Pseudonym { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public int? Years { get; set; }

    [BindProperty]
    public string? Conflicts { get; set; }

    public IntroductionProblem? Problem { get; private set; }

    public IActionResult OnGet()
    {
        (Pseudonym, Role, Years, Conflicts) = (Seat.Judge.Pseudonym, Seat.Judge.Role, Seat.Judge.Years, Seat.Judge.Conflicts);
        return Seat.MayIntroduce ? Page() : Redirect("/judge");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Problem = await Judges.IntroduceAsync(Seat, new Introduction(Pseudonym ?? "", Role ?? "", Years, Conflicts ?? ""));
        return Problem is null ? Redirect("/judge") : Page();
    }

    public string FieldOf(IntroductionProblem problem) => problem switch
    {
        IntroductionProblem.Role => "role",
        IntroductionProblem.Years => "years",
        IntroductionProblem.Conflicts => "conflicts",
        _ => "pseudonym",
    };
}
