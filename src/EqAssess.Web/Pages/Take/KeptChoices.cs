using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;

namespace EqAssess.Web.Pages.Take;

/// <summary>Choices that were refused stay on the screen.</summary>
internal static class KeptChoices
{
    /// <summary>The response with the kept choices put over it, as the page shows them; what does not fit the item is left out.</summary>
    public static string? Over(Item item, string? response, IReadOnlyDictionary<string, string> kept) =>
        ResponseFormats.Get(item.Format).Read(item, response, kept) switch
        {
            ResponseReading.Valid valid => valid.Response,
            ResponseReading.SameOptionTwice twice => twice.Shown,
            _ => response,
        };
}
