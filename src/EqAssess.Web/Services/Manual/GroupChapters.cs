using EqAssess.Data.Tables;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Monitoring;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Manual;
using EqAssess.Domain.Statistics.Fairness;
using EqAssess.Web.Pages.Monitoring;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Services.Manual;

internal sealed class FairnessChapter(GroupCountLibrary counts, ItemFindings findings, StaffWords names) : ManualChapter
{
    public override async Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken)
    {
        FormFairness? found = await counts.OfFormAsync(subject.Id, cancellationToken);
        ILookup<Guid, ItemFinding> reviewed = (await findings.OfFormAsync(subject.Id, ReviewAbout.Fairness, cancellationToken)).ToLookup(f => f.ItemVersionId);
        FairnessFacts? facts = found is null ? null : new FairnessFacts(
            found.Attempts,
            found.CountedAt.Day(),
            found.KeyVersion,
            [.. found.Comparisons.Select(c => new FairnessPair(names[$"GroupQuestion.{c.Question}"], names.Group(c.Question, c.Focal), names.Group(c.Question, c.Reference), c))],
            subject.ReviewsOf(ReviewAbout.Fairness, i => [.. FairnessFlag.Of(found, i).Select(f => f.Code)], reviewed, names));
        return Fairness.Of(facts, subject.Words);
    }
}

/// <summary>From the tables of campaigns as they may be shown: a campaign that hides one of the four counts of a pair is left out of it.</summary>
internal sealed class ImpactChapter(GroupCountLibrary counts, StaffWords names) : ManualChapter
{
    public override async Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken)
    {
        GroupTable[] tables = [.. (await counts.OfCampaignsWithAsync(subject.Id, cancellationToken)).SelectMany(s => s.Questions)];
        return Impact.Of([.. tables.GroupBy(t => t.Question, StringComparer.Ordinal).SelectMany(q => PairsOf(q.Key, [.. q]))], subject.Words);
    }

    private IEnumerable<ImpactFacts> PairsOf(string question, GroupTable[] tables)
    {
        string[] groups = [.. tables.SelectMany(t => t.Rows).Where(r => r.Group != GroupCounts.Unknown).GroupBy(r => r.Group, StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(r => r.People.Count ?? 0)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
        foreach (string focal in groups.Skip(1).Where(g => tables.SelectMany(t => t.Rows).Any(r => r.Group == g && r.People.Count > 0)))
        {
            Fourfold[] campaigns = [.. tables.Select(t => Of(t, focal, groups[0])).OfType<Fourfold>()];
            if (campaigns.Length > 0)
            {
                yield return new ImpactFacts(names[$"GroupQuestion.{question}"], names.Group(question, focal), names.Group(question, groups[0]), campaigns);
            }
        }
    }

    private static Fourfold? Of(GroupTable table, string focal, string reference)
    {
        (int People, int Passed)? Counts(string group) => table.Rows.FirstOrDefault(r => r.Group == group) is { People.Count: int people } row
            && row.Passed[SelectionStage.Shortlisted].Count is int passed ? (people, passed) : null;
        return Counts(reference) is var (all, went) && Counts(focal) is var (others, othersWent)
            ? new Fourfold(went, all - went, othersWent, others - othersWent)
            : null;
    }
}
