using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Scoring.Methods;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Insights;

/// <summary>Several keys and methods on the same attempts, before one of them is put to use.</summary>
public sealed class CompareModel(
    EqAssessDb db, InsightPage page, InsightService insights, ScoringChoices choices, IAuthorizationService authorization, StaffWords words) : PageModel
{
    /// <summary>Scorings that one comparison may hold.</summary>
    public const int Most = 6;

    private const int MostPast = 20;

    [BindProperty(SupportsGet = true)]
    public Guid Form { get; set; }

    public InsightForm Head { get; private set; } = null!;

    public IReadOnlyList<KeyChoice> Keys { get; private set; } = [];

    public IReadOnlyList<string> Methods { get; private set; } = [];

    /// <summary>What was chosen, as posted or asked for: a key and a method each.</summary>
    public IReadOnlyList<(string Key, string Method)> Chosen { get; private set; } = [];

    public string? Problem { get; private set; }

    /// <summary>The comparison that is shown; null where none is, or it is not there yet.</summary>
    public DrawnInsight? Drawn { get; private set; }

    public ScoringComparison? Result { get; private set; }

    /// <summary>Whether the one that is asked for is not there yet.</summary>
    public bool UnderWay { get; private set; }

    public IReadOnlyList<DrawnInsight> Past { get; private set; } = [];

    public bool MayAsk { get; private set; }

    /// <param name="of">Id of a comparison; null for the newest.</param>
    public async Task<IActionResult> OnGetAsync(Guid? of, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        InsightRequest? asked = await db.InsightRequests.AsNoTracking()
            .Where(r => r.FormVersionId == Form && r.Kind == InsightKind.Comparison && (of == null || r.Id == of)
                && !db.Insights.Any(i => i.Id == r.Id && i.Definition != InsightDrawing.Definition))
            .OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(cancellationToken);
        if (asked is not null)
        {
            Drawn = await insights.FindAsync(asked.Id, cancellationToken);
            Result = Drawn is null ? null : InsightJson.ReadComparison(Drawn.Row.Content);
            UnderWay = Drawn is null;
            Chosen = [.. InsightJson.ReadQuestion(asked.Question!).Select(c => (CodeOf(c.Panel, c.Id), c.Method))];
        }
        else
        {
            Chosen = Suggested();
        }

        return of is not null && asked is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string?[] key, string?[] method, CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.AskInsights)).Succeeded)
        {
            return Forbid();
        }

        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Chosen = [.. key.Zip(method).Where(c => !string.IsNullOrEmpty(c.First)).Take(Most).Select(c => (c.First!, c.Second ?? ""))];
        List<ScoringChoice> question =
        [
            .. from chosen in Chosen.Distinct()
               from known in Keys
               where CodeOf(known.Panel, known.Id) == chosen.Key && Methods.Contains(chosen.Method)
               select new ScoringChoice(known.Id, known.Panel, known.Label, chosen.Method),
        ];
        if (question.Count < 2)
        {
            Problem = words["Insights.Compare.TwoAtLeast"];
            return Page();
        }

        Guid asked = await insights.CompareAsync(Form, question, User.StaffId());
        return Redirect($"/insights/forms/{Form}/compare?of={asked}");
    }

    public static string CodeOf(bool panel, Guid id) => $"{(panel ? "panel" : "key")}-{id}";

    /// <summary>The part of a text's key that tells an answer.</summary>
    public static string KeyOf(string question, string answer) => $"{question}.{answer}";

    public string NameOf(KeyChoice key) => words[key.Panel ? "Insights.Compare.Panel" : "Insights.Compare.Key", key.Label, words[$"KeyStatus.{key.Status}"]];

    /// <summary>The key in use beside the next one; where there is no other, beside itself under a method that needs no panel.</summary>
    private IReadOnlyList<(string Key, string Method)> Suggested() => Keys.Count == 1
        ? [(CodeOf(Keys[0].Panel, Keys[0].Id), Methods[0]), (CodeOf(Keys[0].Panel, Keys[0].Id), Methods.Skip(1).FirstOrDefault(m => ScoringMethods.Get(m) is not ConsensusCredit) ?? Methods[0])]
        : [.. Keys.Take(2).Select(k => (CodeOf(k.Panel, k.Id), Methods[0]))];

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await page.FormAsync(Form, cancellationToken) is not { } head)
        {
            return false;
        }

        Head = head;
        Keys = await choices.KeysAsync(Form, cancellationToken);
        Methods = await choices.MethodsAsync(Form, cancellationToken);
        MayAsk = (await authorization.AuthorizeAsync(User, Policies.AskInsights)).Succeeded;
        Past = await (
            from request in db.InsightRequests
            join row in db.Insights on request.Id equals row.Id
            where request.FormVersionId == Form && request.Kind == InsightKind.Comparison && row.Definition == InsightDrawing.Definition
            orderby row.DrawnAt descending
            select new DrawnInsight(request, row)).AsNoTracking().Take(MostPast).ToListAsync(cancellationToken);
        return true;
    }
}
