using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Take;

/// <summary>What a candidate is told at the end.</summary>
/// <param name="EndedAt">Clock time in the campaign's zone.</param>
/// <param name="GivenBackSeconds">Time that came back after outages.</param>
/// <param name="ErasedOn">Day on which name and address go.</param>
public sealed record FinishedView(
    bool HandedIn, DateTimeOffset Ended, string EndedAt, int Choices, int MostChoices, int Complete, int Items, CampaignRow Campaign, DateOnly ErasedOn, string Language,
    int GivenBackSeconds)
{
    public static FinishedView Of(RunningAttempt attempt, CampaignRow campaign, TakePage take)
    {
        (bool handedIn, DateTimeOffset ended) = attempt.State switch
        {
            AttemptState.Closed closed => (!closed.TimedOut, closed.ClosedAt),
            AttemptState.InProgress running => (false, running.Deadline),
            _ => throw new InvalidOperationException("An attempt that was not started has no end."),
        };
        return new FinishedView(
            handedIn,
            ended,
            take.ClockTime(ended, campaign),
            attempt.Choices,
            attempt.Form.Choices,
            attempt.CompleteItems,
            attempt.Form.Items.Count,
            campaign,
            RetentionService.ErasedOn(campaign),
            attempt.Form.Language,
            OutageRules.GivenBack(attempt.Log.Events));
    }
}
