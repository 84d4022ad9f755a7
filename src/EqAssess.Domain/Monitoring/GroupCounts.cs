using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;

namespace EqAssess.Domain.Monitoring;

/// <summary>Exact counts of one question. They stay inside the job: only <see cref="Disclosure"/> makes of them what may be stored.</summary>
/// <param name="Groups">Every group that the question offers, whether anybody chose it or not, and last <see cref="Unknown"/>.</param>
public sealed record GroupCounts(string Question, IReadOnlyList<ExactGroup> Groups)
{
    /// <summary>Code of those who did not answer, or prefer not to.</summary>
    public const string Unknown = "unknown";

    public int People => Groups.Sum(g => g.People);

    public int Passed(SelectionStage stage) => Groups.Sum(g => g.Passed[stage]);

    /// <param name="offered">Codes of the answers that are groups.</param>
    /// <param name="closed">
    /// Whether the campaign is over: only then is the median where it stays. Before, everybody who comes moves it, and people who were there
    /// cross it one by one; nobody counts as above it.
    /// </param>
    public static GroupCounts Of(IReadOnlyList<CountedPerson> people, string question, IReadOnlyList<string> offered, bool closed)
    {
        double median = people.Count == 0 || !closed ? double.PositiveInfinity : Moments.Median([.. people.Select(p => p.Percent)]);
        ILookup<string, CountedPerson> by = people.ToLookup(p => p.GroupOf(question, offered) ?? Unknown, StringComparer.Ordinal);
        return new GroupCounts(question, [.. offered.Append(Unknown).Select(group => GroupOf(group, [.. by[group]], median))]);
    }

    private static ExactGroup GroupOf(string code, IReadOnlyList<CountedPerson> people, double median) => new(
        code,
        people.Count,
        new Dictionary<SelectionStage, int>
        {
            [SelectionStage.InTime] = people.Count(p => p.InTime),
            [SelectionStage.AboveMedian] = people.Count(p => p.Percent > median),
            [SelectionStage.Shortlisted] = people.Count(p => p.Shortlisted),
        },
        [.. people.Select(p => p.Percent)]);
}

/// <param name="Percents">Scores of the group.</param>
public sealed record ExactGroup(string Code, int People, IReadOnlyDictionary<SelectionStage, int> Passed, IReadOnlyList<double> Percents);
