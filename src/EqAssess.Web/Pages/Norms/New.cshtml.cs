using EqAssess.Data.Tables;
using EqAssess.Domain.Statistics.Norms;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Norms;

/// <summary>Whom a norm group is made of: campaigns, a job, days. First it is counted, then it is made, as a draft.</summary>
public sealed class NewModel(NormMaking norms, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Form { get; set; }

    [BindProperty]
    public string? Scoring { get; set; }

    [BindProperty]
    public List<Guid> Campaigns { get; set; } = [];

    [BindProperty]
    public string? Job { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public string? GroupTitle { get; set; }

    [BindProperty]
    public string? RoleFamily { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public NormSource Source { get; set; }

    public IReadOnlyList<FormVersionRow> Forms { get; private set; } = [];

    public IReadOnlyList<NormScoring> Scorings { get; private set; } = [];

    public IReadOnlyList<CampaignRow> Offered { get; private set; } = [];

    /// <summary>How many people the choice comes to; null before anybody counted.</summary>
    public int? People { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostCountAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        People = (await norms.TryAsync(Wish, cancellationToken)).Members.Count;
        return Page();
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellationToken)
    {
        NormMade made = await norms.MakeAsync(Wish, User.StaffId(), cancellationToken);
        if (made.Norms is Guid id)
        {
            return Redirect($"/norms/{id}");
        }

        await LoadAsync(cancellationToken);
        People = made.People;
        Problems = [.. made.Problems.Select(p => new FieldProblem(FieldOf(p), words[$"NormProblem.{p}", made.People, NormStanding.FewestPersons]))];
        return Page();
    }

    /// <summary>How a way of scoring is called.</summary>
    public string NameOf(NormScoring scoring) => words["Norm.Scoring.Name", scoring.Plan.KeyVersion, words[$"KeyStatus.{scoring.Plan.KeyStatus}"], scoring.Plan.Items.Count,
        string.Join(", ", scoring.Plan.Items.Select(i => scoring.Plan.MethodOf(i).Code).Distinct().Select(m => words[$"Plan.Method.{m}"]))];

    private NormWish Wish => new(Form ?? Guid.Empty, Scoring ?? "", Campaigns, string.IsNullOrEmpty(Job) ? null : Job, From, To)
    {
        Title = GroupTitle ?? "", RoleFamily = RoleFamily ?? "", Description = Description ?? "", Source = Source,
    };

    private static string FieldOf(NormProblem problem) => problem switch
    {
        NormProblem.NoTitle => "groupTitle",
        NormProblem.NoRoleFamily => "roleFamily",
        NormProblem.NoDescription => "description",
        _ => "scoring",
    };

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Forms = await norms.FormsAsync(cancellationToken);
        if (Form is Guid form && Forms.Any(f => f.Id == form))
        {
            Scorings = await norms.ScoringsAsync(form, cancellationToken);
            Offered = await norms.CampaignsAsync(form, cancellationToken);
        }
    }
}
