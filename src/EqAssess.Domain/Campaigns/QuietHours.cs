namespace EqAssess.Domain.Campaigns;

/// <summary>Hours of the day in which nobody is reminded. Where both are the same, there are none.</summary>
/// <param name="From">Hour with which they begin, 0 to 23.</param>
/// <param name="Until">Hour with which they end, 0 to 23; before <paramref name="From"/> on the next day.</param>
public sealed record QuietHours(int From, int Until)
{
    /// <summary>The instant itself, or the end of the quiet hours in which it lies.</summary>
    /// <param name="zone">Where the hours are reckoned.</param>
    public DateTimeOffset After(DateTimeOffset instant, TimeZoneInfo zone)
    {
        DateTime local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        if (!Holds(local.Hour))
        {
            return instant;
        }

        DateTime end = local.Date.AddDays(local.Hour < Until ? 0 : 1).AddHours(Until);
        while (zone.IsInvalidTime(end))
        {
            end = end.AddMinutes(30);
        }

        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }

    private bool Holds(int hour) => From < Until ? hour >= From && hour < Until : From > Until && (hour >= From || hour < Until);
}
