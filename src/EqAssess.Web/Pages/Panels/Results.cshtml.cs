using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Panels;

/// <summary>What a panel says of each option, once both rounds are over, and the publishing of its key.</summary>
public sealed class ResultsModel(
    EqAssessDb db, PanelLibrary library, PanelPublishing publishing, AuditService audit, StaffWords words) : PageModel
{
    private const int MostForms = 5;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    public PanelContent Rated { get; private set; } = null!;

    /// <summary>Null while a round may still run: nobody sees ratings before.</summary>
    public PanelPreview? Preview { get; private set; }

    /// <summary>The key that was published; null before.</summary>
    public KeyVersionRow? Key { get; private set; }

    /// <summary>What the judges said to each other, by item id.</summary>
    public ILookup<string, Remark> Remarks { get; private set; } = Array.Empty<Remark>().ToLookup(_ => "");

    public bool MayPublish { get; private set; }

    /// <summary>Forms of the bank that real people have taken, on whose attempts the key can be compared before it is published.</summary>
    public IReadOnlyList<(Guid Form, string Title)> FormsToCompare { get; private set; } = [];

    /// <summary>Items that go into the key.</summary>
    public int Kept => Preview?.Analysis.Items.Count(Preview.Keeps) ?? 0;

    public async Task<IActionResult> OnGetAsync([FromServices] IAuthorizationService authorization, CancellationToken cancellationToken)
    {
        if (await library.FindAsync(Id, cancellationToken) is not { } content)
        {
            return NotFound();
        }

        Rated = content;
        Key = await db.KeyVersions.AsNoTracking().SingleOrDefaultAsync(k => k.PanelId == Id, cancellationToken);
        Preview = content.Row.Stage.HasEnded() ? await publishing.PreviewAsync(content, cancellationToken) : null;
        Remarks = await RemarksAsync(content, cancellationToken);
        MayPublish = content.Row.Stage == PanelStage.Closed && (await authorization.AuthorizeAsync(User, Policies.EditPanels)).Succeeded;
        FormsToCompare = MayPublish ? await FormsAsync(content.Row.BankId, cancellationToken) : [];
        return Page();
    }

    public async Task<IActionResult> OnPostPublishAsync([FromServices] IAuthorizationService authorization, CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditPanels)).Succeeded)
        {
            return Forbid();
        }

        if (await library.FindAsync(Id, cancellationToken) is not { } content)
        {
            return NotFound();
        }

        PanelPublished published = await publishing.PublishAsync(content, User.StaffId(), cancellationToken);
        if (published.Key is Guid key)
        {
            await audit.NoteAsync(User.StaffId(), AuditService.KeyPublished, key);
        }

        Said = published.Key is not null ? null
            : published.Reasons.Count > 0 ? string.Join("; ", published.Reasons) : words["PanelResults.NotPublished"];
        return Redirect($"/panels/{Id}/results");
    }

    private async Task<IReadOnlyList<(Guid Form, string Title)>> FormsAsync(Guid bank, CancellationToken cancellationToken) =>
    [
        .. (await db.FormVersions.Where(f => f.BankId == bank && db.Attempts.Any(a => a.FormVersionId == f.Id && a.ClosedAt != null && !a.Simulated))
            .OrderByDescending(f => f.PublishedAt).Take(MostForms).Select(f => new { f.Id, f.Title, f.Number }).ToListAsync(cancellationToken))
            .Select(f => (f.Id, words["Insights.Of", f.Title, f.Number])),
    ];

    private async Task<ILookup<string, Remark>> RemarksAsync(PanelContent content, CancellationToken cancellationToken)
    {
        ILookup<Guid, Remark> remarks = Preview is null ? Array.Empty<Remark>().ToLookup(_ => Guid.Empty) : await library.RemarksAsync(Id, cancellationToken);
        return content.Items.SelectMany(i => remarks[i.Version].Select(r => (i.Item.Id, Remark: r))).ToLookup(r => r.Id, r => r.Remark);
    }

    public string Number(double value) => value.ToString("0.00", words.Culture);

    /// <summary>An estimate with two decimals; a dash where there is none.</summary>
    public string Shown(Estimate estimate) => estimate.OrNull is double value ? Number(value) : "–";

    /// <summary>The distribution in words.</summary>
    public string Spoken(IReadOnlyList<int> ratings)
    {
        IReadOnlyList<int> counts = OptionVerdict.Counts(ratings);
        return string.Join(", ", PanelAnalysis.Scale.Select((point, i) => words["PanelResults.Spoken", point, words["Panel.Judges.Count", counts[i]]]));
    }

    public IEnumerable<(string Which, PickVotes Votes)> VotesOf(ItemVerdict item) =>
        new[] { ("Best", item.Best), ("Worst", item.Worst) }.Where(v => v.Item2 is not null).Select(v => (v.Item1, v.Item2!));
}
