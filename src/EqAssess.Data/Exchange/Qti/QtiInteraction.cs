using System.Globalization;
using System.Xml.Linq;
using EqAssess.Domain.Formats.Best;
using EqAssess.Domain.Formats.MostLeast;
using EqAssess.Domain.Formats.Rank;
using EqAssess.Domain.Formats.RateEach;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>An interaction, understood as one of our formats.</summary>
/// <param name="Options">Elements of the options, in their order.</param>
/// <param name="Others">Identifiers of what options are put to, ours by theirs: scale points, ranks, most and least; empty for one choice.</param>
/// <param name="Assumption">What was taken for granted and a person has to look at; null where nothing was.</param>
internal sealed record QtiInteraction(string Format, IReadOnlyList<XElement> Options, IReadOnlyDictionary<string, string> Others, string? Assumption)
{
    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);

    /// <returns>The interaction, or why it is refused.</returns>
    public static (QtiInteraction? Read, string Refusal) Of(XElement element) => QtiXml.Name(element) switch
    {
        "choice-interaction" => Number(element, "max-choices", 1) == 1
            ? (new QtiInteraction(BestFormat.FormatCode, Choices(element, "simple-choice"), None, null), "")
            : (null, $"{element.Name.LocalName} asks for more than one choice, which no format of ours does"),
        "order-interaction" => (new QtiInteraction(RankFormat.FormatCode, Choices(element, "simple-choice"), None, null), ""),
        "match-interaction" => Matched([.. QtiXml.Children(element, "simple-match-set").Select(set => Choices(set, "simple-associable-choice"))]),
        _ => (null, $"{element.Name.LocalName} is not read: choices, matches and orders are"),
    };

    private static (QtiInteraction? Read, string Refusal) Matched(IReadOnlyList<IReadOnlyList<XElement>> sets)
    {
        if (sets.Count != 2)
        {
            return (null, "a match needs two sets");
        }

        bool once = sets[0].Concat(sets[1]).All(choice => Most(choice) == 1);
        return (sets[0].Count, sets[1].Count) switch
        {
            (2, > 2) when once => (Paired(MostLeastFormat.FormatCode, sets[1], sets[0], MostLeast, "the first of the two is taken as 'most effective', the second as 'least effective'"), ""),
            (> 2, 2) when once => (Paired(MostLeastFormat.FormatCode, sets[0], sets[1], MostLeast, "the first of the two is taken as 'most effective', the second as 'least effective'"), ""),
            var (first, second) when once && first == second => (Paired(RankFormat.FormatCode, sets[0], sets[1], i => QtiNames.OfRank(i + 1), "the second set is taken as ranks from the most effective down"), ""),
            (_, 4) when IsScale(sets[0], sets[1]) => (Rated(sets[0], sets[1]), ""),
            (4, _) when IsScale(sets[1], sets[0]) => (Rated(sets[1], sets[0]), ""),
            _ => (null, "this match is no rating on four points, no ranking and no choice of most and least"),
        };
    }

    private static QtiInteraction Rated(IReadOnlyList<XElement> options, IReadOnlyList<XElement> points) =>
        Paired(RateEachFormat.FormatCode, options, points, i => QtiNames.OfPoint(RateEachFormat.Scale[i]), "the points are taken as a scale from 1, very ineffective, to 4, very effective, in their order");

    private static QtiInteraction Paired(string format, IReadOnlyList<XElement> options, IReadOnlyList<XElement> others, Func<int, string> name, string assumption) =>
        new(format, options, others.Select((other, i) => (Theirs: Identifier(other), Ours: name(i))).DistinctBy(o => o.Theirs).ToDictionary(o => o.Theirs, o => o.Ours, StringComparer.Ordinal), assumption);

    public static string Identifier(XElement element) => QtiXml.Attribute(element, "identifier") ?? "";

    private static string MostLeast(int position) => position == 0 ? QtiNames.Most : QtiNames.Least;

    // Every option gets one point, and a point may be given to all of them.
    private static bool IsScale(IReadOnlyList<XElement> options, IReadOnlyList<XElement> points) =>
        options.All(option => Most(option) == 1) && points.All(point => Most(point) == 0 || Most(point) >= options.Count);

    private static int Most(XElement choice) => Number(choice, "match-max", -1);

    private static int Number(XElement element, string attribute, int otherwise) =>
        int.TryParse(QtiXml.Attribute(element, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;

    private static IReadOnlyList<XElement> Choices(XElement element, string name) => [.. QtiXml.Children(element, name)];
}
