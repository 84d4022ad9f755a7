using EqAssess.Data.Tables;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Manual;
using EqAssess.Web.Pages.Insights;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Services.Manual;

/// <summary>The newest statistics of the form under its current key, as they are stored.</summary>
internal sealed class ObservedChapter(InsightService insights, ItemFindings findings, StaffWords names) : ManualChapter
{
    public override async Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken)
    {
        if (await insights.NewestAsync(InsightScope.OfForm(subject.Id), cancellationToken) is not { } drawn)
        {
            return Observed.Of(null, subject.Words);
        }

        var insight = InsightJson.ReadInsight(drawn.Row.Content);
        ILookup<Guid, ItemFinding> found = (await findings.OfFormAsync(subject.Id, ReviewAbout.Statistics, cancellationToken)).ToLookup(f => f.ItemVersionId);
        ILookup<Guid, string> flags = insight.Items.SelectMany(i => i.Flags.Select(f => (i.ItemVersion, Flag: $"{f}"))).ToLookup(f => f.ItemVersion, f => f.Flag);
        return Observed.Of(
            new ObservedFacts(
                drawn.Row.KeyLabel,
                drawn.Row.Definition,
                drawn.Row.DrawnAt.Day(),
                insight,
                string.Join(", ", insight.LeftOut.Select(l => names[$"Insights.LeftOut.{l.Because}", l.Attempts])),
                subject.ReviewsOf(ReviewAbout.Statistics, i => [.. flags[i]], found, names)),
            subject.Words);
    }
}

internal static class ManualReviews
{
    /// <summary>Scenarios of the form that are flagged, or have findings, in its order.</summary>
    public static IReadOnlyList<ReviewFacts> ReviewsOf(
        this ManualSubject subject, ReviewAbout about, Func<Guid, IReadOnlyList<string>> flags, ILookup<Guid, ItemFinding> found, StaffWords names) =>
    [
        .. from item in subject.Form.Items
           let codes = flags(item.Version)
           let own = found[item.Version].ToList()
           where codes.Count + own.Count > 0
           select new ReviewFacts(
               item.Content.Id,
               [.. codes.Select(c => ReviewView.Worded(names, about, c))],
               FlagReview.Open(codes, own.Select(f => f.Flags)).Count > 0,
               [.. own.Select(f => new FoundFacts(f.Verdict, f.Text, f.At.Day()))]),
    ];
}
