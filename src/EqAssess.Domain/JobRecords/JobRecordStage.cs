namespace EqAssess.Domain.JobRecords;

/// <summary>How far a version of a job-relatedness record is. Each stage follows the one before; back goes only what nobody has rated.</summary>
public enum JobRecordStage
{
    /// <summary>Tasks are written.</summary>
    Preparing,

    /// <summary>People who know the job rate the tasks, which stay as they are.</summary>
    Rating,

    /// <summary>It stands, and nothing of it changes any more.</summary>
    Finished,
}
