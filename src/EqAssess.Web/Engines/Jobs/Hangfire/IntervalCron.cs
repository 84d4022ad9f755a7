using System.Globalization;

namespace EqAssess.Web.Engines.Jobs.Hangfire;

/// <summary>
/// An interval as a cron expression with seconds. Cron knows only what divides a minute, an hour or a day, so the result may be shorter than asked
/// for and is never longer: 45 s become 30 s, 5 hours become 4.
/// </summary>
internal static class IntervalCron
{
    public static string Of(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromSeconds(1));
        return interval switch
        {
            { TotalMinutes: < 1 } => $"*/{Divisor(60, interval.TotalSeconds)} * * * * *",
            { TotalHours: < 1 } => $"0 */{Divisor(60, interval.TotalMinutes)} * * * *",
            { TotalDays: < 1 } => $"0 0 */{Divisor(24, interval.TotalHours)} * * *",
            _ => "0 0 0 * * *",
        };
    }

    private static string Divisor(int whole, double most) =>
        Enumerable.Range(1, whole).Last(n => whole % n == 0 && n <= most).ToString(CultureInfo.InvariantCulture);
}
