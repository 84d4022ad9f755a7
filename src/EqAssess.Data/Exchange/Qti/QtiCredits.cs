using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Scoring.Methods;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>
/// A key as QTI can say it: what each choice earns, 0 to 1, added up over the response. By the key's own method where the item is
/// rated, otherwise by the default method of its format.
/// </summary>
internal static class QtiCredits
{
    /// <summary>Credit by map key: an option, or a pair of identifiers. Null where the method is no sum over choices, or the key does not suit it.</summary>
    public static IReadOnlyDictionary<string, double>? Of(Item item, KeyedItem keyed, Key key)
    {
        var planned = new PlannedItem(Guid.Empty, item.Id, item.Format, "", 1, keyed.Options);
        var range = RatingRange.Of(key.Scale);
        ScoringMethod? method = item.Format == RateEachFormat.FormatCode ? ScoringMethods.Find(key.Method) : ScoringMethods.DefaultFor(item.Format);
        bool suits = method is not null && method.Problems(planned, range).Count == 0
            && keyed.Options.Select(o => o.Option).ToHashSet(StringComparer.Ordinal).SetEquals(item.Options.Select(o => o.Id));
        return suits ? Table(method!, planned, range)?.ToDictionary(StringComparer.Ordinal) : null;
    }

    private static IEnumerable<KeyValuePair<string, double>>? Table(ScoringMethod method, PlannedItem item, RatingRange range) => method switch
    {
        RateEachCredit rated when range.Points.SequenceEqual(RateEachFormat.Scale) =>
            from option in item.ScoredOptions()
            where rated.Scores(option, range)
            from point in range.Points
            select KeyValuePair.Create($"{QtiNames.OfOption(option.Option)} {QtiNames.OfPoint(point)}", rated.CreditOf(option, point, range)),
        BestCredit best => item.Options.Select(o => KeyValuePair.Create(QtiNames.OfOption(o.Option), best.CreditOf(o, KeyExtremes.Of(item)))),
        MostLeastCredit picks =>
        [
            .. item.Options.Select(o => KeyValuePair.Create($"{QtiNames.Most} {QtiNames.OfOption(o.Option)}", picks.CreditAsMost(o, KeyExtremes.Of(item)))),
            .. item.Options.Select(o => KeyValuePair.Create($"{QtiNames.Least} {QtiNames.OfOption(o.Option)}", picks.CreditAsLeast(o, KeyExtremes.Of(item)))),
        ],
        RankNearMiss when !item.DroppedOptions().Any() => Ranked(item),
        _ => null,
    };

    // Near miss: one mark off for every place out, of as many marks as there are places to be out.
    private static IEnumerable<KeyValuePair<string, double>> Ranked(PlannedItem item) =>
        from option in item.Options
        let place = 1 + item.Options.Count(o => o.Effectiveness > option.Effectiveness)
        let most = item.Options.Count - 1
        from rank in Enumerable.Range(1, item.Options.Count)
        select KeyValuePair.Create($"{QtiNames.OfOption(option.Option)} {QtiNames.OfRank(rank)}", Math.Max(0, most - Math.Abs(rank - place)) / (double)most);
}
