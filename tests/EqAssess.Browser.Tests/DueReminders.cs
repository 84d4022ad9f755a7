using EqAssess.Data;
using EqAssess.Data.Tables;

namespace EqAssess.Browser.Tests;

/// <summary>A campaign that closes in 20 hours, and people who were invited to it three days ago: a reminder is due to each.</summary>
internal static class DueReminders
{
    public static async Task AddAsync(EqAssessDb db, Guid form, int people)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        CampaignRow campaign = CampaignClosingAt(now.AddHours(20), form);
        db.Campaigns.Add(campaign);
        for (int i = 1; i <= people; i++)
        {
            Invite(db, campaign.Id, i, now.AddDays(-3));
        }

        await db.SaveChangesAsync();
    }

    private static CampaignRow CampaignClosingAt(DateTimeOffset closes, Guid form) => new()
    {
        Id = Guid.CreateVersion7(),
        JobTitle = "Night Desk Agent",
        FormVersionId = form,
        Purpose = CampaignPurpose.Hiring,
        TimeZone = "UTC",
        OpensOn = DateOnly.FromDateTime(closes.UtcDateTime).AddDays(-7),
        ClosesOn = DateOnly.FromDateTime(closes.UtcDateTime),
        OpensAt = closes.AddDays(-7),
        ClosesAt = closes,
        Contact = "hiring@example.test",
        RetentionMonths = 6,
        Seed = 1,
        CreatedAt = closes.AddDays(-7),
        Demonstration = false,
    };

    private static void Invite(EqAssessDb db, Guid campaign, int number, DateTimeOffset at)
    {
        string email = $"reminded{number}@example.test";
        var candidate = new CandidateRow
        {
            Id = Guid.CreateVersion7(), Name = $"Reminded {number}", Email = email, NormalizedEmail = email.ToUpperInvariant(), Simulated = false, CreatedAt = at,
        };
        db.Candidates.Add(candidate);
        db.Invitations.Add(new InvitationRow
        {
            Id = Guid.CreateVersion7(), CampaignId = campaign, CandidateId = candidate.Id, Simulated = false, CreatedAt = at,
        });
    }
}
