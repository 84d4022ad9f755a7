using System.Collections.Concurrent;

namespace EqAssess.Web.Engines.Jobs.Hangfire;

/// <summary>
/// One run of each job at a time on this node. Whoever comes while it runs does not wait, but makes it run once more: each run does all that is
/// due, so a hundred nudges are as good as one.
/// </summary>
internal sealed class OneAtATime
{
    private readonly ConcurrentDictionary<string, int> asked = new(StringComparer.Ordinal);

    public async Task TakeAsync(string name, Func<Task> run)
    {
        if (asked.AddOrUpdate(name, 1, (_, times) => times + 1) > 1)
        {
            return;
        }

        int seen = 0;
        try
        {
            do
            {
                seen = asked[name];
                await run();
            }
            while (!asked.TryRemove(KeyValuePair.Create(name, seen)));
        }
        catch
        {
            asked.TryRemove(name, out _);
            throw;
        }
    }
}
