using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports;

/// <summary>Two to eight people side by side: each with the own score and its error, and of each pair whether they differ reliably.</summary>
/// <remarks>It has no order of its own and makes no ranks: people stand as they were given.</remarks>
/// <param name="Difference">From how many points on a difference is reliable; null where the people do not share one plan with a known error.</param>
public sealed record PeopleComparison(IReadOnlyList<ComparedPerson> People, ReliableDifference? Difference)
{
    public const int Fewest = 2;

    public const int Most = 8;

    /// <summary>Whether there is a pair that can be compared at all.</summary>
    public bool ComparesSomebody =>
        Enumerable.Range(0, People.Count).Any(i => Enumerable.Range(0, i).Any(j => Between(i, j) is ScoreComparison.Made));

    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two people, or more than eight.</exception>
    public static PeopleComparison Of(IReadOnlyList<PersonToCompare> people)
    {
        if (people.Count is < Fewest or > Most)
        {
            throw new ArgumentOutOfRangeException(nameof(people), people.Count, $"From {Fewest} to {Most} people stand side by side.");
        }

        ScoringPlan first = people[0].Plan;
        ReliableDifference? difference = people.All(p => p.Plan.Id == first.Id) && first.TotalStatistics() is ScaleStatistics total
            ? ReliableDifference.Of(total)
            : null;
        return new PeopleComparison([.. people.Select(ComparedPerson.Of)], difference);
    }

    /// <summary>The same whichever of the two comes first.</summary>
    public ScoreComparison Between(int one, int other) => ScoreComparison.Of(People[one].By, People[other].By) switch
    {
        ScoreComparison.Made when !People[one].MayBeMarked => new ScoreComparison.Refused(ComparisonRefusal.ErrorTooLarge),
        ScoreComparison comparison => comparison,
    };
}

/// <param name="Label">Name or code, as the reader may see it.</param>
/// <param name="Sheet">Under <paramref name="Plan"/>.</param>
/// <param name="Simulated">No person took this test.</param>
public sealed record PersonToCompare(string Label, Guid FormVersion, ScoreSheet Sheet, ScoringPlan Plan, bool Simulated);

/// <param name="By">What the person's score hangs on; its percent is null where no score may be shown.</param>
/// <param name="MayBeMarked">False where the error is too large for a mark.</param>
public sealed record ComparedPerson(
    string Label,
    OverallScore Score,
    ScoredBy By,
    IReadOnlyList<DomainStanding> Domains,
    IReadOnlyList<ScoreFlag> Flags,
    bool Simulated,
    bool MayBeMarked)
{
    internal static ComparedPerson Of(PersonToCompare person)
    {
        OverallScore score = OverallScore.Of(person.Sheet, person.Plan);
        var shown = score as OverallScore.Shown;
        return new ComparedPerson(
            person.Label,
            score,
            new ScoredBy(person.FormVersion, person.Plan.Id, shown?.Percent, shown?.StandardError ?? 0),
            ReportedStandings.Of(person.Sheet, person.Plan),
            person.Sheet.Flags,
            person.Simulated,
            shown is not null && ReliableDifference.Of(shown.Statistics).IsUseful);
    }
}
