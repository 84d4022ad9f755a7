using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Panels;

/// <summary>Makes a key from what a panel says.</summary>
/// <remarks>A panel gives numbers and no reasons: rationale, principles and contested principles of each item come from the authors' key, and the source says so.</remarks>
public static class PanelKeys
{
    /// <returns>The key, or every reason against it.</returns>
    public static PanelKeyMaking Make(PanelKeyDraft draft, PanelThresholds thresholds)
    {
        int judges = draft.Analysis.Judges.Count;
        if (judges < thresholds.JudgesForProvisional)
        {
            return new PanelKeyMaking.Refused([$"{judges} judges rated everything in both rounds; below {thresholds.JudgesForProvisional} nothing is published"]);
        }

        Dictionary<string, KeyedItem> items = Kept(draft.Analysis, draft.Authors)
            .ToDictionary(i => i.Item.Id, i => Keyed(i, draft.Authors[i.Item.Id]), StringComparer.Ordinal);
        string? none = items.Count == 0
            ? "no item is left for the key: the reason stands with each of them"
            : PanelReliability.NoneBecause(draft.Analysis.Reliability) ?? PanelReliability.NoneBecause(ReliabilityOfKept(draft.Analysis, draft.Authors));
        return none is not null
            ? new PanelKeyMaking.Refused([none])
            : new PanelKeyMaking.Made(new Key(
                draft.Version, StatusOf(draft.Analysis, draft.Authors, draft.Simulated, thresholds), draft.Method, PanelAnalysis.Scale, draft.Source, items)
            {
                Panel = new KeyPanel(draft.Title, draft.Instructions, draft.ClosedOn, draft.Analysis.Judges) { Thresholds = thresholds },
            });
    }

    /// <summary>Why an item does not go into the key; null where it does.</summary>
    /// <param name="authors">As in <see cref="PanelKeyDraft"/>.</param>
    public static string? LeftOutBecause(ItemVerdict item, IReadOnlyDictionary<string, KeyedItem> authors)
    {
        if (item.LeftOutBecause is { } disputed)
        {
            return disputed;
        }

        if (!authors.TryGetValue(item.Item.Id, out KeyedItem? reasons))
        {
            return "no author has given reasons for its key yet";
        }

        string[] without = [.. item.Options.Where(o => o.DroppedBecause is null && !HasReasons(reasons, o.Option)).Select(o => $"'{o.Option}'")];
        return without.Length == 0 ? null : $"its authors give no reasons for option {string.Join(", ", without)}";
    }

    /// <summary>The status that a panel earns.</summary>
    /// <param name="authors">As in <see cref="PanelKeyDraft"/>.</param>
    public static KeyStatus StatusOf(PanelAnalysis analysis, IReadOnlyDictionary<string, KeyedItem> authors, bool simulated, PanelThresholds thresholds) =>
        simulated ? KeyStatus.Simulated : Shortfalls(analysis, authors, thresholds).Count == 0 ? KeyStatus.Panel : KeyStatus.Provisional;

    /// <summary>What keeps a panel from the status panel, in words. Whoever reads the key alone must find agreement enough, so the items that go into it are looked at by themselves as well.</summary>
    /// <param name="authors">As in <see cref="PanelKeyDraft"/>.</param>
    public static IReadOnlyList<string> Shortfalls(PanelAnalysis analysis, IReadOnlyDictionary<string, KeyedItem> authors, PanelThresholds thresholds) =>
        analysis.Shortfalls.Count > 0 || !Kept(analysis, authors).Any()
            ? analysis.Shortfalls
            : [.. PanelShortfalls.Of(analysis.Judges, ReliabilityOfKept(analysis, authors), thresholds).Select(s => $"of the items in the key alone, {s}")];

    private static BoundedEstimate ReliabilityOfKept(PanelAnalysis analysis, IReadOnlyDictionary<string, KeyedItem> authors) =>
        PanelReliability.Of(Kept(analysis, authors).SelectMany(i => i.Options).Select(o => o.Ratings));

    private static IEnumerable<ItemVerdict> Kept(PanelAnalysis analysis, IReadOnlyDictionary<string, KeyedItem> authors) =>
        analysis.Items.Where(i => LeftOutBecause(i, authors) is null);

    private static bool HasReasons(KeyedItem authors, string option) =>
        authors.Options.Any(o => o.Option == option && !string.IsNullOrWhiteSpace(o.Rationale) && o.Principles.Count > 0);

    private static KeyedItem Keyed(ItemVerdict item, KeyedItem authors) => new(authors.HangsOn, [.. item.Options.Select(o => Keyed(o, authors))]);

    private static KeyedOption Keyed(OptionVerdict option, KeyedItem authors)
    {
        KeyedOption? reasons = authors.Options.FirstOrDefault(o => o.Option == option.Option);
        return new KeyedOption(
            option.Option, option.Effectiveness, reasons?.Rationale ?? "", reasons?.Principles ?? [], option.DroppedBecause, option.Ratings)
        {
            FirstRatings = option.FirstRatings,
        };
    }
}

/// <param name="Version">The key's own, for example <c>panel-1</c>.</param>
/// <param name="Method">Scoring method of the key.</param>
/// <param name="Source">Who stands behind the key, and where its reasons come from.</param>
/// <param name="Simulated">The judges were no people: the key gets the status simulated, however many they are and however well they agree.</param>
/// <param name="Authors">By item id: the newest key of authors that covers the item.</param>
public sealed record PanelKeyDraft(
    string Version,
    string Method,
    string Source,
    string Title,
    string Instructions,
    DateOnly ClosedOn,
    bool Simulated,
    PanelAnalysis Analysis,
    IReadOnlyDictionary<string, KeyedItem> Authors);

public abstract record PanelKeyMaking
{
    private PanelKeyMaking()
    {
    }

    public sealed record Made(Key Key) : PanelKeyMaking;

    public sealed record Refused(IReadOnlyList<string> Reasons) : PanelKeyMaking;
}
