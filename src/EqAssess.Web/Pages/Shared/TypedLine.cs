namespace EqAssess.Web.Pages.Shared;

/// <summary>A line that somebody types into a form, held against what its column takes.</summary>
internal static class TypedLine
{
    /// <summary>Longest title or name.</summary>
    public const int LongestName = 200;

    /// <summary>Longest address of an account, as ASP.NET Core Identity stores it.</summary>
    public const int LongestAccount = 256;

    public static bool Fits(string? text, int longest = LongestName) =>
        text is null || (text.Trim().Length <= longest && !text.Trim().Any(char.IsControl));
}
