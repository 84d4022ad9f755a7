namespace EqAssess.Domain.Statistics;

/// <summary>
/// SplitMix64 (Steele, Lea &amp; Flood 2014, OOPSLA): 64 bits of state, the same numbers from the same seed on every machine and in every
/// version of .NET. For drawing forms and samples; never for anything secret.
/// </summary>
public sealed class SplitMix64(long seed)
{
    private ulong state = unchecked((ulong)seed);

    public ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>0 to <paramref name="count"/> − 1, each equally likely: numbers above the last whole multiple are drawn again.</summary>
    public int Below(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ulong fair = ulong.MaxValue - (ulong.MaxValue % (ulong)count);
        ulong drawn = Next();
        while (drawn >= fair)
        {
            drawn = Next();
        }

        return (int)(drawn % (ulong)count);
    }

    /// <summary>Fisher and Yates, as Durstenfeld (1964) wrote it down.</summary>
    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> values)
    {
        T[] shuffled = [.. values];
        for (int last = shuffled.Length - 1; last > 0; last--)
        {
            int other = Below(last + 1);
            (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
        }

        return shuffled;
    }
}
