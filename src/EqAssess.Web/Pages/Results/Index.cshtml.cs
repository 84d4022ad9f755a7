using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Campaigns;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Results;

/// <summary>Scores beside their error; select one and the list says which differ reliably from it. What is done to several people at once is never a decision.</summary>
public sealed class IndexModel(
    CampaignPage campaigns, ResultsService service, CaseService cases, ListActions actions, AuditService audit, IAuthorizationService authorization, StaffWords words, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Attempt to compare with.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? With { get; set; }

    [BindProperty(SupportsGet = true)]
    public ResultsQuery Filter { get; set; } = new();

    /// <summary>Invitations that were put aside to stand side by side.</summary>
    [BindProperty(SupportsGet = true, Name = "c")]
    public List<Guid> Chosen { get; set; } = [];

    [TempData]
    public string? Said { get; set; }

    public CampaignHead Head { get; private set; } = null!;

    public CampaignResults Results { get; private set; } = null!;

    public IReadOnlyList<ResultRow> ChosenRows { get; private set; } = [];

    public IReadOnlyList<Data.Tables.SavedView> Views { get; private set; } = [];

    public IReadOnlyDictionary<string, string> DomainTitles { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Percent that somebody reaches who rates at random.</summary>
    public double Chance => ChanceScore.Percent(Results.Plan);

    public DateOnly Today => DateOnly.FromDateTime(time.Now.UtcDateTime);

    /// <summary>Titles of the domains that the campaign's plan leaves out; empty for none.</summary>
    public string NotScored => string.Join(", ", Results.Plan.LeftOut.Select(d => DomainTitles.GetValueOrDefault(d, d)));

    public ListAddress Address => new(Id, Filter, Chosen, With);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await campaigns.BriefHeadAsync(Id, User, "results", cancellationToken) is not { } head)
        {
            return NotFound();
        }

        Head = head;
        Guid reader = User.StaffId()!.Value;
        Results = await service.OfAsync(head.Summary.Row, Filter, With, reader, cancellationToken);
        ChosenRows = Chosen.Count == 0 ? [] : await service.RowsAsync(head.Summary.Row, [.. Chosen.Distinct().Take(PeopleComparison.Most)], reader, cancellationToken);
        Views = await actions.ViewsAsync(reader, cancellationToken);
        DomainTitles = (await cases.DomainsAsync(head.Summary.Row, cancellationToken)).ToDictionary(d => d.Code, d => d.Title, StringComparer.Ordinal);
        await audit.NoteAsync(reader, AuditService.ResultsViewed, Id);
        return Page();
    }

    public Task<IActionResult> OnPostAddAsync([FromForm] List<Guid> pick, CancellationToken cancellationToken) => ActAsync(
        () =>
        {
            List<Guid> all = [.. Chosen.Concat(pick).Distinct()];
            Said = pick.Count == 0 ? words["Results.NobodyPicked"] : all.Count > PeopleComparison.Most ? words["Results.TooMany", PeopleComparison.Most] : null;
            Chosen = [.. all.Take(PeopleComparison.Most)];
            return Task.CompletedTask;
        },
        cancellationToken);

    public Task<IActionResult> OnPostResendAsync([FromForm] List<Guid> pick, CancellationToken cancellationToken) => ActAsync(
        async () => Said = pick.Count == 0 ? words["Results.NobodyPicked"] : words["Results.Resent", await actions.ResendAsync(Id, pick, cancellationToken)],
        cancellationToken);

    public Task<IActionResult> OnPostSaveAsync([FromForm] string? name, CancellationToken cancellationToken) => ActAsync(
        async () => Said = await actions.SaveViewAsync(User.StaffId()!.Value, name, Filter, cancellationToken)
            ? words["Results.ViewSaved"]
            : words["Results.ViewNotSaved", SavedViews.LongestName, SavedViews.Most],
        cancellationToken);

    public Task<IActionResult> OnPostForgetAsync([FromForm] Guid view, CancellationToken cancellationToken) => ActAsync(
        async () =>
        {
            await actions.ForgetViewAsync(User.StaffId()!.Value, view);
            Said = words["Results.ViewForgotten"];
        },
        cancellationToken);

    private async Task<IActionResult> ActAsync(Func<Task> act, CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditCampaigns)).Succeeded)
        {
            return Forbid();
        }

        if (await campaigns.BriefHeadAsync(Id, User, "results", cancellationToken) is null)
        {
            return NotFound();
        }

        await act();
        return Redirect(Address.Of());
    }
}
