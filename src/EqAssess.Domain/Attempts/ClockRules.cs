namespace EqAssess.Domain.Attempts;

/// <summary>Whether the clocks of servers agree, told by the signs of life that they write.</summary>
public static class ClockRules
{
    /// <summary>Less is what writing takes.</summary>
    public static readonly TimeSpan MayDiffer = TimeSpan.FromSeconds(2);

    /// <summary>
    /// By how much, at least, this server is ahead of another, and by a negative time behind it. Zero where the sign could come from a clock
    /// that agrees.
    /// </summary>
    /// <param name="sign">By the other's clock; written after this server's own last one.</param>
    /// <param name="now">By this server's clock.</param>
    /// <param name="sinceOwn">By the monotonic clock since this server's own last sign.</param>
    public static TimeSpan Ahead(DateTimeOffset sign, DateTimeOffset now, TimeSpan sinceOwn) =>
        sign - now > MayDiffer ? now - sign
        : now - sinceOwn - sign > MayDiffer ? now - sinceOwn - sign
        : TimeSpan.Zero;
}
