using System.Globalization;

namespace EqAssess.Domain.Scoring;

/// <summary>Numbers in problem messages: invariant and unrounded, since they name what a person typed.</summary>
internal static class Numbers
{
    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
