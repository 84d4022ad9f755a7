using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports.Manual;

/// <summary>Who says which replies are effective, how far they agree, and how answers are scored by it.</summary>
public static class KeyOfTest
{
    public static ReportSection Of(KeyFacts facts, ReportWords words) => words.Chapter(
        "key",
        [
            .. facts.Status is KeyStatus.Panel ? Array.Empty<Block>() : [words.Care($"purpose.Key.{facts.Status}")],
            new Block.Table(
            [
                words.Fact("key.Version", facts.Version),
                words.Fact("key.Status", words($"Manual.KeyStatus.{facts.Status}")),
                words.Fact("key.Source", facts.Source),
                words.Fact("key.Created", words.Day(facts.CreatedOn)),
                words.Fact("key.Methods", string.Join(", ", facts.Methods.Select(m => words("Manual.content.Of", words($"Manual.Method.{m.Code}"), m.Count)))),
                words.Fact("key.Missing", words($"Manual.Missing.{facts.Missing}")),
                words.Fact("key.Options", words("Manual.key.Options.Value", facts.ScoredOptions, facts.DroppedOptions)),
            ]),
            .. facts.Panel is { } panel ? PanelOf(panel, words) : [words.NotYet("key.Panel")],
        ]);

    private static IEnumerable<Block> PanelOf(PanelFacts panel, ReportWords words)
    {
        yield return words.Say("key.Panel.Lead");
        yield return new Block.Table(
        [
            words.Fact("key.Panel.Judges", words.Count(panel.Judges)),
            words.Fact("key.Panel.Roles", words.Count(panel.Roles)),
            words.Fact("key.Panel.Closed", words.Day(panel.ClosedOn)),
            words.Fact("key.Panel.Icc", panel.Icc is double icc ? words("Manual.key.Panel.Icc.Value", icc) : words("Manual.NotEstimable")),
        ]);
        if (panel.Simulated)
        {
            yield return words.Care("key.Panel.Simulated");
        }
    }
}

/// <param name="Methods">Codes of scoring methods with the scenarios that they score.</param>
/// <param name="Panel">Null for a key of authors.</param>
public sealed record KeyFacts(
    string Version, KeyStatus Status, string Source, DateOnly CreatedOn, IReadOnlyList<CodeCount> Methods, MissingRule Missing, int ScoredOptions, int DroppedOptions, PanelFacts? Panel);

/// <param name="Roles">Different ones.</param>
/// <param name="Icc">ICC(2,k) of the options of this form; null where it is not estimable.</param>
public sealed record PanelFacts(int Judges, int Roles, DateOnly ClosedOn, double? Icc, bool Simulated);
