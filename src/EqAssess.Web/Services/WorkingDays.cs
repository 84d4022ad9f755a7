namespace EqAssess.Web.Services;

/// <summary>Monday to Friday. Public holidays are not known.</summary>
public static class WorkingDays
{
    /// <param name="days">At least one.</param>
    public static DateOnly After(DateOnly day, int days)
    {
        for (int left = days; left > 0;)
        {
            day = day.AddDays(1);
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
