using System.ComponentModel.DataAnnotations;
using System.Globalization;
using EqAssess.Data.Tables;
using EqAssess.Domain.JobRecords;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Pages.Raters;

/// <summary>What a rater's link opens: the tasks of a job, each with two questions. Reading it changes nothing.</summary>
public sealed class IndexModel(JobRaterService raters, IOptions<SiteOptions> site, JudgeWords words) : PageModel
{
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public required string Token { get; set; }

    /// <summary>Whether answers were just stored, and more may come.</summary>
    [TempData]
    public bool Kept { get; set; }

    /// <summary>Null for a link that leads nowhere.</summary>
    public RaterSeat? Seat { get; private set; }

    /// <summary>What the page shows as answered.</summary>
    public RaterAnswers Answers { get; private set; } = new(null, new Dictionary<Guid, (int?, int?)>());

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public string Organisation => site.Value.Organisation;

    /// <summary>Names of the two fields of a task.</summary>
    public static string ImportanceOf(JobTask task) => $"importance-{task.Position}";

    public static string FrequencyOf(JobTask task) => $"frequency-{task.Position}";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Seat = await raters.FindAsync(Token, cancellationToken);
        Answers = Seat?.Stored ?? Answers;
        Response.StatusCode = Seat is null ? StatusCodes.Status404NotFound : Response.StatusCode;
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? go, CancellationToken cancellationToken)
    {
        Seat = await raters.FindAsync(Token, cancellationToken);
        if (Seat is not { State: RaterState.Open } seat)
        {
            return Here();
        }

        if (Posted(seat) is not { } posted)
        {
            return BadRequest();
        }

        bool handIn = go == "done";
        Answers = seat.Stored.With(posted);
        if (await raters.SaveAsync(seat, posted, handIn) || Answers.IsCompleteFor(seat.Tasks))
        {
            Kept = !handIn;
            return Here();
        }

        Problems = [.. MissingOf(seat)];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private RedirectResult Here() => Redirect($"/r/{Uri.EscapeDataString(Token)}");

    private IEnumerable<FieldProblem> MissingOf(RaterSeat seat)
    {
        if (Answers.Role is null)
        {
            yield return new FieldProblem("role", words["Rater.NoRole"]);
        }

        foreach (JobTask task in seat.Tasks)
        {
            (int? importance, int? frequency) = Answers.Ratings.GetValueOrDefault(task.Id);
            if (importance is null || frequency is null)
            {
                yield return new FieldProblem($"task-{task.Position}", words["Rater.NoRating", task.Position]);
            }
        }
    }

    /// <returns>Null when something posted is no rating, or no role.</returns>
    private RaterAnswers? Posted(RaterSeat seat)
    {
        string? role = Request.Form["role"].FirstOrDefault() is { Length: > 0 } said ? said : null;
        var ratings = new Dictionary<Guid, (int?, int?)>();
        foreach (JobTask task in seat.Tasks)
        {
            if (!IsPoint(ImportanceOf(task), out int? importance) || !IsPoint(FrequencyOf(task), out int? frequency))
            {
                return null;
            }

            ratings[task.Id] = (importance, frequency);
        }

        return role is null || RaterRoles.All.Contains(role) ? new RaterAnswers(role, ratings) : null;
    }

    private bool IsPoint(string field, out int? point)
    {
        string text = Request.Form[field].FirstOrDefault() ?? "";
        bool isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        point = isNumber ? number : null;
        return text.Length == 0 || (isNumber && JobScales.Points.Contains(number));
    }
}
