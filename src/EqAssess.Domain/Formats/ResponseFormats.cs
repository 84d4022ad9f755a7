using EqAssess.Domain.Formats.Best;
using EqAssess.Domain.Formats.MostLeast;
using EqAssess.Domain.Formats.Rank;
using EqAssess.Domain.Formats.RateEach;

namespace EqAssess.Domain.Formats;

/// <summary>The response formats, in the order in which editors offer them.</summary>
public static class ResponseFormats
{
    public static IReadOnlyList<ResponseFormat> All { get; } =
    [
        new RateEachFormat(),
        new MostLeastFormat(),
        new BestFormat(),
        new RankFormat(),
    ];

    /// <summary>The format with this code; null where there is none.</summary>
    public static ResponseFormat? Find(string code) => All.FirstOrDefault(f => f.Code == code);

    /// <exception cref="ArgumentException">No format has this code: the item should never have been published.</exception>
    public static ResponseFormat Get(string code) =>
        Find(code) ?? throw new ArgumentException($"There is no response format '{code}'.", nameof(code));
}
