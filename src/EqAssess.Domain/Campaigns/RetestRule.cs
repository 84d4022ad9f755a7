namespace EqAssess.Domain.Campaigns;

/// <summary>
/// One attempt per person in some months, whichever campaign it is for: who has seen scenarios before does better without being better, so the
/// first valid attempt counts.
/// </summary>
public static class RetestRule
{
    /// <param name="counted">Start of the person's latest valid attempt; null where there is none.</param>
    /// <param name="months">0 for no such rule.</param>
    /// <returns>From when on the person may start another one; null where nothing keeps them from it.</returns>
    public static DateTimeOffset? StartsFrom(DateTimeOffset? counted, int months) => months == 0 ? null : counted?.AddMonths(months);
}
