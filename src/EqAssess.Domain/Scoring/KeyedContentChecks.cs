using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Scoring;

/// <summary>What a careful editor would ask of an item once its key is known. All of it is a warning; paths start at the keyed item.</summary>
internal static class KeyedContentChecks
{
    /// <summary>Length of the best option by that of the next longest one, from which length alone gives it away.</summary>
    public const double MuchLonger = 1.5;

    /// <summary>Points of the scale on either side of its middle within which a panel's mean says neither yes nor no.</summary>
    public const double NearTheMiddle = 0.25;

    /// <param name="scale">Of the key; of one that does not ascend there is nothing to say.</param>
    public static IEnumerable<BankProblem> Problems(KeyedItem keyed, Item item, IReadOnlyList<int> scale, string language)
    {
        if (scale.Count < 2 || scale[0] >= scale[^1])
        {
            return [];
        }

        var range = RatingRange.Of(scale);
        List<KeyedOption> scored = [.. keyed.Options.Where(o => o.DroppedBecause is null)];
        var texts = item.Options.DistinctBy(o => o.Id).ToDictionary(o => o.Id, o => o.Text, StringComparer.Ordinal);
        return
        [
            .. scored.Where(o => !double.IsInteger(o.Effectiveness) && Math.Abs(o.Effectiveness - range.Midpoint) <= NearTheMiddle).Select(MidRange),
            .. AllInTheMiddle(scored, range),
            .. BestMuchLonger(scored, item.Options),
            .. ReadingLevel.Knows(language) ? scored.Where(o => Math.Round(o.Effectiveness, MidpointRounding.AwayFromZero) >= range.Highest).SelectMany(o => Phrases(o, texts.GetValueOrDefault(o.Option, ""))) : [],
        ];
    }

    // McDaniel et al. (2011): validity is lowest where the key mean is near the middle.
    private static BankProblem MidRange(KeyedOption option) => BankProblem.Warning(
        "mid-range-key",
        $"options/{option.Option}",
        $"effectiveness {Numbers.Text(option.Effectiveness)} lies on neither side of the middle, where an option tells least: drop it, or reword it and ask the judges again");

    private static IEnumerable<BankProblem> AllInTheMiddle(List<KeyedOption> scored, RatingRange range) =>
        range.IsEven && range.Count > 2 && scored.Exists(o => o.Effectiveness != scored[0].Effectiveness) && scored.TrueForAll(o => Math.Abs(o.Effectiveness - range.Midpoint) <= 0.5)
            ? [BankProblem.Warning(
                "mid-range-item",
                "options",
                $"no option is keyed beyond {Numbers.Text((int)Math.Floor(range.Midpoint))} and {Numbers.Text((int)Math.Ceiling(range.Midpoint))}, so the item tells people apart badly: write a clearly good or a clearly bad option")]
            : [];

    private static IEnumerable<BankProblem> BestMuchLonger(List<KeyedOption> scored, IReadOnlyList<Option> options)
    {
        if (BestOption.Of(scored) is not { } best || options.FirstOrDefault(o => o.Id == best) is not { } text || options.Count < 2)
        {
            return [];
        }

        int next = options.Where(o => o != text).Max(o => o.Text.Length);
        return text.Text.Length >= MuchLonger * Math.Max(next, 1)
            ? [BankProblem.Warning(
                "best-much-longer",
                $"options/{best}",
                $"the best option has {text.Text.Length} characters and the next longest {next}, so its length gives it away: shorten it, or say more in another")]
            : [];
    }

    private static IEnumerable<BankProblem> Phrases(KeyedOption keyed, string text)
    {
        string path = $"options/{keyed.Option}";
        return
        [
            .. WatchedWords.Triggers.In(text).Select(w => BankProblem.Warning("trigger-phrase", path, $"a very effective option says '{w}', which raises tension (P06, P10, P11): put it in another way, or key it lower")),
            .. WatchedWords.StockPhrases.In(text).Select(w => BankProblem.Warning("stock-phrase", path, $"a very effective option says '{w}', which sounds scripted (P17): say it in plain words of its own, or key it lower")),
        ];
    }
}
