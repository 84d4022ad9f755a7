using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Pages.Take;

/// <summary>An item as a candidate sees it; also what item previews show.</summary>
/// <param name="Response">What the page shows as chosen; null for nothing.</param>
/// <param name="Language">BCP 47 tag of the item's texts, which may differ from that of the page around them.</param>
public sealed record ItemView(Item Item, string? Response, ItemUse Use, string Language)
{
    /// <summary>Whether the answer is written instead of chosen.</summary>
    public bool Typed { get; init; }

    /// <summary>What was written so far; null for nothing.</summary>
    public string? Written { get; init; }

    /// <summary>Reading direction of the item's texts.</summary>
    public string Direction => Languages.DirectionOf(Language);

    /// <summary>Name of the partial that draws the format's choices, for example <c>Formats/_RateEach</c>.</summary>
    public string Partial => Typed ? "/Pages/Take/Formats/_Typed.cshtml" : PartialOf(ResponseFormats.Get(Item.Format));

    public static string PartialOf(ResponseFormat format) =>
        "/Pages/Take/Formats/_" + string.Concat(format.Code.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..])) + ".cshtml";
}
