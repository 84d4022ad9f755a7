using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;

namespace EqAssess.Domain.Forms;

/// <summary>
/// The least time that a form must allow. Time is not the construct: a limit that keeps slow readers from finishing measures reading
/// (WCAG 2.2, 2.2.1: generous limits; Swineford's rule for speededness).
/// </summary>
public static class TimeLimitRule
{
    /// <summary>Words read in a minute by a slow reader who reads everything once.</summary>
    public const double WordsPerMinute = 100;

    /// <summary>Choices made in a minute, beside reading.</summary>
    public const double ChoicesPerMinute = 10;

    /// <summary>words/100 + choices/10 minutes, unrounded.</summary>
    public static TimeSpan Least(IEnumerable<Item> items)
    {
        double minutes = items.Sum(i => (i.Words / WordsPerMinute) + (ResponseFormats.Get(i.Format).Choices(i) / ChoicesPerMinute));
        return TimeSpan.FromMinutes(minutes);
    }
}
