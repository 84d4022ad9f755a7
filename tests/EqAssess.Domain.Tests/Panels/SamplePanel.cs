using EqAssess.Domain.Banks;
using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;
using static EqAssess.Domain.Tests.Banks.SampleBank;

namespace EqAssess.Domain.Tests.Panels;

/// <summary>Small panels: items a test names, and one row of ratings per option, one per judge.</summary>
internal static class SamplePanel
{
    /// <summary>Four options on which every judge agrees with the sample key.</summary>
    public static int[][] Agreeing(int judges) => [.. new[] { 4, 1, 2, 3 }.Select(k => Enumerable.Repeat(k, judges).ToArray())];

    /// <summary>Four options that half of the judges rate 4 and half 3, b and d by one judge less: kept and keyed apart, and yet they differ less than chance makes them.</summary>
    /// <param name="judges">Even.</param>
    public static int[][] AtOdds(int judges) =>
        [.. Enumerable.Range(0, 4).Select(o => Enumerable.Range(0, judges).Select(j => (j + o) % 2 == 0 && (o % 2 == 0 || j != 1) ? 4 : 3).ToArray())];

    /// <summary>Ten judges, four options keyed 3 or 4: enough agreement on each, and little on which is better.</summary>
    public static int[][] Close { get; } =
        [[3, 3, 4, 3, 3, 3, 4, 3, 3, 3], [4, 4, 3, 4, 4, 4, 3, 3, 4, 4], [3, 4, 3, 4, 3, 3, 3, 4, 3, 3], [4, 3, 4, 4, 4, 3, 4, 3, 4, 4]];

    /// <param name="options">Second-round ratings by option a, b, c, d.</param>
    /// <param name="roles">How many roles the judges share.</param>
    public static PanelEvidence Of(string format, int[][] options, int roles = 2) => Of([(format, options)], roles);

    public static PanelEvidence Of(IReadOnlyList<(string Format, int[][] Options)> items, int roles = 2) => new(
        [.. items.Select((item, i) => SoundItem with { Id = $"item-{i + 1}", Format = item.Format })],
        [.. Enumerable.Range(0, items[0].Options[0].Length).Select(judge => new PanelVoice(Judge(judge, roles), Ratings(items, judge), Ratings(items, judge)))]);

    public static PanelAnalysis Analysed(string format, int[][] options, PanelThresholds? thresholds = null) =>
        PanelAnalysis.Of(Of(format, options), thresholds ?? new PanelThresholds());

    public static PanelKeyDraft Draft(PanelEvidence evidence, PanelThresholds? thresholds = null, bool simulated = false) => new(
        "panel-1", "keyed-credit", "a panel", "First panel", "Judge each reply.", new DateOnly(2026, 11, 20), simulated,
        PanelAnalysis.Of(evidence, thresholds ?? new PanelThresholds()),
        evidence.Items.ToDictionary(i => i.Id, _ => Keyed with { HangsOn = ["P02"] }, StringComparer.Ordinal));

    public static Key MadeOf(PanelEvidence evidence, bool simulated = false) =>
        Assert.IsType<PanelKeyMaking.Made>(PanelKeys.Make(Draft(evidence, simulated: simulated), new PanelThresholds())).Key;

    private static KeyJudge Judge(int number, int roles) => new($"Judge {number + 1}", $"role-{number % roles}", number);

    private static Dictionary<RatedOption, int> Ratings(IReadOnlyList<(string Format, int[][] Options)> items, int judge) =>
        items.SelectMany((item, i) => item.Options.Select((ratings, o) => (Place: new RatedOption($"item-{i + 1}", $"{(char)('a' + o)}"), Rating: ratings[judge])))
            .ToDictionary(r => r.Place, r => r.Rating);
}
