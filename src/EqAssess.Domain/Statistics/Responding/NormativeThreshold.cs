namespace EqAssess.Domain.Statistics.Responding;

/// <summary>The time below which an answer is too fast to be an attempt (Wise &amp; Ma 2012, NT10): a tenth of the item's mean time, 10 seconds at most.</summary>
/// <remarks>
/// The mean is over all times, rapid ones too. It says something of the data, nothing of a person's honesty or feelings, and it is the same
/// for people with extra time. Expected values: base R, oracle case 11_rapid_longstring.
/// </remarks>
public static class NormativeThreshold
{
    public const double Share = .10;
    public const double MostSeconds = 10;

    /// <summary>Persons from which an item's own mean is used; before, <see cref="FloorSeconds"/> is the threshold.</summary>
    public const int FewestPersons = 100;
    public const double FloorSeconds = 3;

    private const double WordsPerSecond = 10;

    /// <summary>Whoever stays longer on an item has left the desk: such times count as this one in the mean.</summary>
    public const double IdleSeconds = 600;

    /// <summary>min(10 s, share·mean), in seconds, whatever the number of times.</summary>
    /// <param name="seconds">All visits of a person to the item added up; one per person, NaN for one who never saw it.</param>
    /// <returns>Insufficient data without a time.</returns>
    public static Estimate Normative(IEnumerable<double> seconds, double share = Share)
    {
        double[] known = [.. seconds.Where(s => !double.IsNaN(s)).Select(s => Math.Min(s, IdleSeconds))];
        return known.Length == 0 ? NoEstimate.InsufficientData : Math.Min(MostSeconds, share * Moments.Mean(known));
    }

    /// <summary>The threshold in use, in seconds: NT10 from <see cref="FewestPersons"/> on, before that a floor.</summary>
    /// <param name="words">Words on screen, for a floor by reading instead of the fixed one; null for the fixed one.</param>
    public static double Of(IReadOnlyList<double> seconds, int? words = null)
    {
        double floor = words is int known ? ReadingFloor(known) : FloorSeconds;
        return seconds.Count(s => !double.IsNaN(s)) < FewestPersons ? floor : Normative(seconds).OrNull ?? floor;
    }

    /// <summary>In seconds: nobody takes in ten words a second, so less is no reading.</summary>
    /// <param name="words">Words on screen, stem and options.</param>
    public static double ReadingFloor(int words) => words / WordsPerSecond;
}
