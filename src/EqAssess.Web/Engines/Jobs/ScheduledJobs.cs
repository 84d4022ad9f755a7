using EqAssess.Web.Jobs;

namespace EqAssess.Web.Engines.Jobs;

/// <summary>The jobs that an engine was given.</summary>
public sealed record ScheduledJobs(IReadOnlyList<Job> All)
{
    /// <summary>Null: no job has this name any more, as after an update that took one away.</summary>
    public Job? Find(string name) => All.FirstOrDefault(j => j.Name == name);
}
