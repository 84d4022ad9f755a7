using System.Globalization;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats.Best;
using EqAssess.Domain.Formats.MostLeast;
using EqAssess.Domain.Formats.Rank;
using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Forms;

namespace EqAssess.Web.Services;

/// <summary>A response by the numbers of the options as the candidate saw them.</summary>
internal static class OwnChoices
{
    /// <param name="response">Canonical text; null for nothing.</param>
    public static IReadOnlyList<OwnChoice> Of(FormItem item, string? response)
    {
        List<string> seen = [.. item.Shown.Options.Select(o => o.Id)];
        return
        [
            .. Pairs(item.Content, response).Select(p => new OwnChoice(seen.IndexOf(p.Option) + 1, p.Value))
                .OrderBy(c => c.Option),
        ];
    }

    private static IEnumerable<(string Option, string Value)> Pairs(Item item, string? response) => item.Format switch
    {
        _ when response is null or "" => [],
        RateEachFormat.FormatCode => RateEachFormat.RatingsOf(response).Select(r => (r.Key, Number(r.Value))),
        RankFormat.FormatCode => RankFormat.RanksOf(response).Select(r => (r.Key, Number(r.Value))),
        BestFormat.FormatCode => BestFormat.OptionOf(response) is string best ? [(best, "most")] : [],
        MostLeastFormat.FormatCode => Picks(MostLeastFormat.PicksOf(response)),
        _ => throw new System.Diagnostics.UnreachableException($"No words for responses of {item.Format}."),
    };

    private static IEnumerable<(string Option, string Value)> Picks(MostLeastPicks picks) =>
        new[] { (picks.Best, "most"), (picks.Worst, "least") }.Where(p => p.Item1 is not null).Select(p => (p.Item1!, p.Item2));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
