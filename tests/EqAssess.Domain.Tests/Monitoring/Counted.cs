using EqAssess.Domain.Monitoring;

namespace EqAssess.Domain.Tests.Monitoring;

/// <summary>Counts as tests need them: the same number at every stage.</summary>
internal static class Counted
{
    public static readonly DateTimeOffset Then = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    /// <param name="groups">Code, people and those of them who passed; the last one is whoever is unknown.</param>
    public static GroupCounts Of(params (string Code, int People, int Passed)[] groups) => new("sex",
    [
        .. groups.Select(g => new ExactGroup(
            g.Code, g.People, Enum.GetValues<SelectionStage>().ToDictionary(s => s, _ => g.Passed), [.. Enumerable.Range(0, g.People).Select(i => (double)(i % 101))])),
    ]);

    public static GroupTable Shown(params (string Code, int People, int Passed)[] groups) => Disclosure.Of(Of(groups), Then);

    public static ImpactLine Line(this GroupTable table, string group) =>
        StageImpact.Of(table, SelectionStage.Shortlisted).Single(l => l.Group == group);
}
