using EqAssess.Web.Jobs;

namespace EqAssess.Web.Engines.Jobs;

/// <summary>
/// A clock and hands: runs each job of the catalogue at its interval, and at once when nudged. It stores no work: what is due is a
/// query of the job itself, so a nudge that is lost costs one interval and nothing else.
/// </summary>
public interface IJobEngine
{
    /// <summary>Runs the job soon. Call it after the commit that made work for it.</summary>
    Task NudgeAsync<TJob>()
        where TJob : Job;
}
