using System.Globalization;

namespace EqAssess.Domain.Scoring;

/// <summary>Numbers in problem messages: invariant, and unrounded where they name what a person typed.</summary>
internal static class Numbers
{
    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A coefficient as the field writes it: .70, and .705 where it has more digits.</summary>
    public static string Decimals(double value) => value.ToString("#.00##", CultureInfo.InvariantCulture);

    /// <param name="share">0 to 1.</param>
    public static string Percent(double share) => (100 * share).ToString("0.## '%'", CultureInfo.InvariantCulture);
}
