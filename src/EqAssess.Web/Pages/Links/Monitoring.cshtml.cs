using System.ComponentModel.DataAnnotations;
using EqAssess.Domain.Rights;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Links;

/// <summary>Voluntary questions after the test, for selection-rate monitoring, where the campaign asks them.</summary>
public sealed class MonitoringModel(LinkPage link, MonitoringService monitoring) : PageModel
{
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public required string Token { get; set; }

    public LinkedInvitation Linked { get; private set; } = null!;

    public IReadOnlyList<MonitoringQuestion> Questions => MonitoringForms.Of(Linked.Campaign.Country);

    public IReadOnlyDictionary<string, string> Answers { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [TempData(Key = "CandidateSaid")]
    public string? Said { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await AttemptAsync(cancellationToken) is not Guid attempt)
        {
            return Redirect(LinkPage.AddressOf(Token));
        }

        Answers = await monitoring.OfAsync(attempt, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await AttemptAsync(cancellationToken) is not Guid attempt)
        {
            return Redirect(LinkPage.AddressOf(Token));
        }

        IFormCollection form = await Request.ReadFormAsync(cancellationToken);
        Dictionary<string, string> answers = form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);
        await monitoring.SaveAsync(attempt, Linked.Campaign, answers, cancellationToken);
        Said = "Monitored";
        return Redirect(LinkPage.AddressOf(Token, "monitoring"));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken)
    {
        if (await AttemptAsync(cancellationToken) is not Guid attempt)
        {
            return Redirect(LinkPage.AddressOf(Token));
        }

        await monitoring.WithdrawAsync(attempt, cancellationToken);
        Said = "MonitoringWithdrawn";
        return Redirect(LinkPage.AddressOf(Token, "monitoring"));
    }

    /// <summary>The last part of the key of an answer's text.</summary>
    public static string KeyOf(MonitoringQuestion question, string answer) => $"{question.Code}.{answer}";

    /// <returns>Null before the end of the test, and where the campaign does not ask.</returns>
    private async Task<Guid?> AttemptAsync(CancellationToken cancellationToken)
    {
        if (await link.FindAsync(Token, cancellationToken) is not { State: LinkState.Finished, Campaign.Monitors: true } linked)
        {
            return null;
        }

        Linked = linked;
        return linked.Attempt;
    }
}
