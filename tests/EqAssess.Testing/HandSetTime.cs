namespace EqAssess.Testing;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class HandSetTime(DateTimeOffset now) : TimeProvider
{
    private long ticks = now.UtcTicks;

    public DateTimeOffset Instant
    {
        get => new(Interlocked.Read(ref ticks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref ticks, value.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => Instant;

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
