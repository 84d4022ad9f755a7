using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;

namespace EqAssess.Web.Pages.Take;

/// <summary>An item as a candidate sees it; also what item previews show.</summary>
/// <param name="Response">What the page shows as chosen; null for nothing.</param>
public sealed record ItemView(Item Item, string? Response, ItemUse Use)
{
    /// <summary>Name of the partial that draws the format's choices, for example <c>Formats/_RateEach</c>.</summary>
    public string Partial => PartialOf(ResponseFormats.Get(Item.Format));

    public static string PartialOf(ResponseFormat format) =>
        "/Pages/Take/Formats/_" + string.Concat(format.Code.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..])) + ".cshtml";
}
