using System.Security.Claims;
using EqAssess.Domain.Panels;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Home;

/// <summary>Items to review and flagged ones, forms that run low, panels and job records that wait, scorings that a second person has to look at, estimates that could be accepted.</summary>
public sealed class ContentTasks(ContentNeeds needs, Rescorings rescorings, EstimateService estimates, StaffWords words) : HomeTasks
{
    public override string Policy => Policies.EditBanks;

    public override string Title => words["Home.Content"];

    public override string Calm => words["Home.Content.Calm"];

    public override async Task<IReadOnlyList<HomeTask>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
    [
        .. (await needs.ToReviewAsync(user.StaffId() ?? Guid.Empty, cancellationToken)).Select(ToReview),
        .. Some(
            await rescorings.WaitingForAsync(user.StaffId() ?? Guid.Empty, cancellationToken),
            need => new HomeTask(words["Todo.Rescoring"], need.JobTitle, $"/campaigns/{need.Campaign}/rescoring/{need.Rescoring}", words["Todo.Rescoring.Look"]),
            more => new HomeTask(words["Todo.Rescoring"], words["Home.More", more], "/campaigns", words["Todo.Look"])),
        .. Some(await needs.PanelsAsync(cancellationToken), Panel, more => new HomeTask(words["Todo.Panels.More"], words["Home.More", more], "/panels", words["Todo.Panel.Look"])),
        .. Some(await needs.JobRecordsAsync(cancellationToken), Record, more => new HomeTask(words["Todo.Records.More"], words["Home.More", more], "/job-records", words["Todo.Record.Look"])),
        .. (await estimates.WaitingAsync(cancellationToken)).Select(Estimate),
        .. (await needs.RunningLowAsync(cancellationToken)).Select(Low),
        .. (await needs.UnkeyedAsync(cancellationToken)).Select(Unkeyed),
        .. (await needs.DiscussedAsync(cancellationToken)).Select(Discussed),
    ];

    private HomeTask ToReview(BankNeed need) =>
        new(words["Todo.Review", need.Count], need.Title, $"/banks/{need.Bank}?filter.status=InReview", words["Todo.Review.Do"]);

    private HomeTask Panel(PanelNeed need) => new(
        words[$"Todo.Panel.{need.Stage}"], need.Title, need.Stage == PanelStage.Closed ? $"/panels/{need.Panel}/results" : $"/panels/{need.Panel}", words["Todo.Panel.Look"]);

    private HomeTask Record(RecordNeed need) => new(
        need.ReviewOn is DateOnly review ? words["Todo.Record.Review", review] : words["Todo.Record.Finish"], need.JobTitle, $"/job-records/{need.Record}", words["Todo.Record.Look"]);

    private HomeTask Estimate(WaitingEstimate form) => new(
        words["Todo.Estimate"], words["Insights.Of", form.Title, form.Number], $"/insights/forms/{form.Form}/estimate", words["Todo.Estimate.Do"]);

    private HomeTask Low(FormNeed need) => new(
        words["Todo.Low", string.Join(", ", need.Lacking.Select(l => words["Todo.Low.Domain", l.Domain, l.Left, l.Needed]))],
        need.Title,
        $"/forms/assemble?bank={need.Bank}",
        words["Todo.Low.Do"]);

    private HomeTask Unkeyed(BankNeed need) => new(words["Todo.Unkeyed", need.Count], need.Title, $"/banks/{need.Bank}?filter.flag=Unkeyed", words["Todo.Look"]);

    private HomeTask Discussed(BankNeed need) => new(words["Todo.Discussed", need.Count], need.Title, $"/banks/{need.Bank}?filter.flag=Comments", words["Todo.Look"]);
}
