using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats.Best;
using EqAssess.Domain.Formats.MostLeast;
using EqAssess.Domain.Formats.Rank;

namespace EqAssess.Domain.Scoring;

/// <summary>What the key of an item must look like for its format to have a right answer. Asked by bank checks and by plans alike.</summary>
internal static class FormatKeys
{
    /// <summary>All that is wrong, each with its cure; dropped options do not count.</summary>
    public static IEnumerable<string> Problems(string format, IReadOnlyList<KeyedOption> options)
    {
        List<KeyedOption> scored = [.. options.Where(o => o.DroppedBecause is null)];
        if (format is not (MostLeastFormat.FormatCode or BestFormat.FormatCode or RankFormat.FormatCode))
        {
            return [];
        }

        if (scored.Count < 2)
        {
            return [$"{format} needs two scored options at least: key another one, or take the item out of use"];
        }

        return format switch
        {
            MostLeastFormat.FormatCode => [.. Shared(format, "most", scored, scored.Max(o => o.Effectiveness)), .. Shared(format, "least", scored, scored.Min(o => o.Effectiveness))],
            RankFormat.FormatCode => scored.Select(o => o.Effectiveness).Distinct().SelectMany(value => Tied(scored, value)),
            _ when scored.Max(o => o.Effectiveness) > scored.Min(o => o.Effectiveness) => [],
            _ => [$"{format} needs an option that is more effective than another: key them differently"],
        };
    }

    private static IEnumerable<string> Shared(string format, string which, List<KeyedOption> scored, double value) =>
        Having(scored, value) is { Count: > 1 } tied
            ? [$"{format} needs one {which} effective option, and options {Known.List(tied)} share effectiveness {Numbers.Text(value)}: key one of them apart"]
            : [];

    private static IEnumerable<string> Tied(List<KeyedOption> scored, double value) =>
        Having(scored, value) is { Count: > 1 } tied
            ? [$"{RankFormat.FormatCode} needs keys that all differ, and options {Known.List(tied)} share effectiveness {Numbers.Text(value)}: key them apart, or drop all but one"]
            : [];

    private static List<string> Having(List<KeyedOption> scored, double value) =>
        [.. scored.Where(o => o.Effectiveness == value).Select(o => o.Option)];
}
