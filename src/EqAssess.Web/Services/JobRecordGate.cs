using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.JobRecords;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Whether a campaign may be opened on a job-relatedness record.</summary>
public sealed class JobRecordGate(EqAssessDb db, JobRecordLibrary records, WorkspaceFacts facts, IOptions<CampaignOptions> options)
{
    /// <summary>What keeps the campaign from being opened on its record; pilots need none.</summary>
    public async Task<IReadOnlyList<CampaignProblem>> ProblemsAsync(NewCampaign campaign, CancellationToken cancellationToken)
    {
        if (campaign.Purpose != CampaignPurpose.Hiring || (campaign.JobRecord is null && !options.Value.RequireJobRecord))
        {
            return [];
        }

        if (campaign.JobRecord is not Guid id || await records.FindAsync(id, cancellationToken) is not { Row.Stage: JobRecordStage.Finished } record)
        {
            return [CampaignProblem.NoJobRecord];
        }

        if (record.Row.Simulated && !facts.Demonstration)
        {
            return [CampaignProblem.SimulatedJobRecord];
        }

        if (!records.IsCurrent(record.Row))
        {
            return [CampaignProblem.JobRecordExpired];
        }

        if (!await db.FormVersions.AnyAsync(f => f.Id == campaign.FormVersion && f.BankId == record.Row.BankId, cancellationToken))
        {
            return [CampaignProblem.JobRecordOfOtherBank];
        }

        return (await DomainsAsync(campaign.FormVersion, cancellationToken)).Intersect(record.Linked).Any() ? [] : [CampaignProblem.JobRecordLinksNothing];
    }

    /// <summary>Codes of the domains that scenarios of a form count to.</summary>
    private async Task<List<string>> DomainsAsync(Guid form, CancellationToken cancellationToken) => await (
        from place in db.FormItems
        join item in db.ItemVersions on place.ItemVersionId equals item.Id
        where place.FormVersionId == form && !place.Practice && !place.Pretest
        select item.Domain).Distinct().ToListAsync(cancellationToken);
}
