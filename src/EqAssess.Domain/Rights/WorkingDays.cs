namespace EqAssess.Domain.Rights;

/// <summary>Days from Monday to Friday. Public holidays are not known, and the pages say so.</summary>
public static class WorkingDays
{
    /// <summary>The day that is <paramref name="count"/> working days after <paramref name="day"/>; that day itself does not count.</summary>
    /// <param name="count">At least 1.</param>
    public static DateOnly After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        DateOnly due = day;
        for (int left = count; left > 0;)
        {
            due = due.AddDays(1);
            left -= due.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return due;
    }
}
