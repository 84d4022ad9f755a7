using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Take;

/// <summary>What a candidate is told at the end.</summary>
/// <param name="GivenBackSeconds">Time that came back after outages.</param>
/// <param name="ErasedOn">Day on which name and address go.</param>
public sealed record FinishedView(
    bool HandedIn, DateTimeOffset Ended, int Choices, int MostChoices, int Complete, int Items, CampaignRow Campaign, DateOnly ErasedOn, int GivenBackSeconds)
{
    /// <summary>Null for attempts from before there were receipts, and until the sweep has closed the attempt.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>Of the link that is open; null on a page of the session, which gets a link of its own at the press of a button.</summary>
    public string? Token { get; init; }

    /// <summary>Given up by the candidate: there is nothing to show a receipt for.</summary>
    public bool Withdrawn { get; init; }

    public static FinishedView Of(RunningAttempt attempt, CampaignRow campaign)
    {
        (bool handedIn, DateTimeOffset ended, TimeSpan givenBack) = attempt.State switch
        {
            AttemptState.Closed closed => (!closed.TimedOut, closed.ClosedAt, closed.GivenBack),
            AttemptState.InProgress running => (false, running.Deadline, running.GivenBack),
            _ => throw new InvalidOperationException("An attempt that was not started has no end."),
        };
        return new FinishedView(
            handedIn,
            ended,
            attempt.Choices,
            attempt.MostChoices,
            attempt.CompleteItems,
            attempt.Form.Items.Count,
            campaign,
            RetentionService.ErasedOn(campaign),
            (int)givenBack.TotalSeconds)
        {
            Withdrawn = attempt.State is AttemptState.Closed { Withdrawn: true },
        };
    }
}
