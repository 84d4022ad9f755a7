using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.JobRecords;

/// <summary>What the page of a record works with.</summary>
public sealed class JobRecordWork(JobRecordLibrary library, JobRecordService records, JobRaterLinks raters, SiteAddress site)
{
    public JobRecordLibrary Library => library;

    public JobRecordService Records => records;

    public JobRaterLinks Raters => raters;

    public SiteAddress Site => site;
}
