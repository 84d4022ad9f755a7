namespace EqAssess.Testing;

/// <summary>Waits for a condition and not for a time.</summary>
public static class Waiting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks until the answer is not null.</summary>
    /// <param name="what">Completes "… did not happen within n s".</param>
    /// <exception cref="TimeoutException">It did not happen.</exception>
    public static async Task<T> ForAsync<T>(string what, TimeSpan longest, Func<Task<T?>> look)
        where T : class
    {
        long start = TimeProvider.System.GetTimestamp();
        do
        {
            if (await look() is T found)
            {
                return found;
            }

            await Task.Delay(Pause);
        }
        while (TimeProvider.System.GetElapsedTime(start) < longest);
        throw new TimeoutException($"{what} did not happen within {longest.TotalSeconds:0} s.");
    }

    public static Task UntilAsync(string what, TimeSpan longest, Func<Task<bool>> holds) =>
        ForAsync(what, longest, async () => await holds() ? "yes" : null);
}
