using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats.RateEach;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Fills a workspace to look around in: staff accounts, a sample form and campaign, simulated candidates, and a link to take the test.</summary>
public sealed class Demonstration(
    EqAssessDb db,
    StaffAccounts accounts,
    BankLibrary banks,
    FormPublishing forms,
    CampaignService campaigns,
    SimulatedCandidates simulated,
    SimulatedJobRecords records,
    IOptions<DemonstrationOptions> options,
    TimeProvider time)
{
    private const int ItemsPerDomain = 3;

    /// <summary>Accounts of the demonstration: address, name and roles. Passwords are random in each installation.</summary>
    public static IReadOnlyList<(string Email, string Name, string[] ItsRoles)> Accounts { get; } =
    [
        ("admin@example.test", "Ada, administrator", [Roles.Administrator]),
        ("hr@example.test", "Hana, HR admin", [Roles.HrAdmin, Roles.Psychologist]),
        ("psychologist@example.test", "Pia, psychologist", [Roles.Psychologist]),
        ("recruiter@example.test", "Rui, recruiter", [Roles.Recruiter]),
        ("accommodations@example.test", "Ama, adjustments", [Roles.Accommodations]),
    ];

    public async Task FillAsync(CancellationToken cancellationToken)
    {
        BankRow? bank = await db.Banks.OrderBy(b => b.Slug).FirstOrDefaultAsync(cancellationToken);
        if (bank is null)
        {
            return;
        }

        Guid? form = await PublishSampleFormAsync(bank.Id, cancellationToken);
        if (form is null)
        {
            return;
        }

        const string job = "Customer Care Advisor (sample)";
        Guid? record = await records.MakeAsync(bank.Id, job, cancellationToken);
        DateOnly today = DateOnly.FromDateTime(time.Now.UtcDateTime);
        CampaignOpened opened = await campaigns.OpenAsync(
            new NewCampaign
            {
                JobTitle = job,
                FormVersion = form.Value,
                Purpose = CampaignPurpose.Hiring,
                TimeZone = "Europe/London",
                OpensOn = today.AddDays(-10),
                ClosesOn = today.AddDays(20),
                Contact = "hiring@example.test",
                RetentionMonths = 6,
                Demonstration = true,
                Country = "GB",
                GivesFeedback = true,
                JobRecord = record,
            },
            cancellationToken);
        if (opened.Campaign is Guid campaign)
        {
            await simulated.AddAsync(campaign, form.Value, options.Value.SimulatedCandidates, cancellationToken);
            await AddRequestAsync(campaign, today, cancellationToken);
        }
    }

    /// <summary>Makes the accounts that are missing. Another server that starts at the same moment may make some of them: each is made once.</summary>
    /// <returns>Address and password of those that were made now.</returns>
    public async Task<IReadOnlyList<(string Email, string Password)>> AddAccountsAsync()
    {
        var made = new List<(string, string)>();
        foreach ((string email, string name, string[] itsRoles) in Accounts)
        {
            if (!await db.Users.AnyAsync(u => u.Email == email))
            {
                string password = $"Demo-{Tokens.Mint()[..12]}";
                if (await IsMadeHereAsync(email, name, password, itsRoles))
                {
                    made.Add((email, password));
                }
            }
        }

        return made;
    }

    private async Task<bool> IsMadeHereAsync(string email, string name, string password, string[] itsRoles)
    {
        try
        {
            return (await accounts.CreateAsync(email, name, password, itsRoles)).Succeeded;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Users.AnyAsync(u => u.Email == email))
            {
                return false;
            }

            throw;
        }
    }

    /// <summary>A link to take the sample test: a guest's invitation that nobody has started yet.</summary>
    /// <returns>Its token; null without a sample campaign.</returns>
    public async Task<string?> MintGuestLinkAsync()
    {
        DateTimeOffset now = time.Now;
        CampaignRow? campaign = await db.Campaigns.FirstOrDefaultAsync(c => c.Demonstration && c.ClosesAt > now);
        if (campaign is null)
        {
            return null;
        }

        Guid invitation = await db.Invitations
            .Where(i => i.CampaignId == campaign.Id && !i.Simulated && !db.Attempts.Any(a => a.InvitationId == i.Id))
            .Select(i => i.Id).FirstOrDefaultAsync();
        if (invitation == Guid.Empty)
        {
            int guest = await db.Invitations.CountAsync(i => i.CampaignId == campaign.Id && !i.Simulated) + 1;
            invitation = AddGuest(campaign.Id, guest, now);
        }

        string token = Tokens.Mint();
        db.InvitationLinks.Add(new InvitationLink { TokenHash = Tokens.HashOf(token), InvitationId = invitation, MintedAt = now });
        await db.SaveChangesAsync();
        return token;
    }

    /// <summary>Somebody made up who has not started asks for an adjustment.</summary>
    private async Task AddRequestAsync(Guid campaign, DateOnly today, CancellationToken cancellationToken)
    {
        InvitationRow? invitation = await db.Invitations.Where(i => i.CampaignId == campaign && !db.Attempts.Any(a => a.InvitationId == i.Id))
            .OrderBy(i => i.Id).FirstOrDefaultAsync(cancellationToken);
        if (invitation is null)
        {
            return;
        }

        db.AccommodationRequests.Add(new AccommodationRequest
        {
            Id = Guid.CreateVersion7(),
            InvitationId = invitation.Id,
            AskedAt = time.Now,
            DueOn = WorkingDays.After(today, 3),
            Wishes = $"{AdjustmentRequests.CodeOf(Wish.Time)} {AdjustmentRequests.CodeOf(Wish.Breaks)}",
            Text = "I read slowly on a screen. Half as much time again, and a short break, would let me finish.",
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    private Guid AddGuest(Guid campaign, int number, DateTimeOffset now)
    {
        // The number alone could be given twice by two servers that start at the same moment.
        string email = $"guest{number}-{Guid.NewGuid().ToString("N")[..8]}@example.test";
        var candidate = new CandidateRow
        {
            Id = Guid.CreateVersion7(),
            Name = $"Guest {number}",
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            Simulated = false,
            CreatedAt = now,
        };
        var invitation = new InvitationRow
        {
            Id = Guid.CreateVersion7(), CampaignId = campaign, CandidateId = candidate.Id, Simulated = false, CreatedAt = now,
        };
        db.Candidates.Add(candidate);
        db.Invitations.Add(invitation);
        return invitation.Id;
    }

    private async Task<Guid?> PublishSampleFormAsync(Guid bank, CancellationToken cancellationToken)
    {
        IReadOnlyList<BankItem> items = await banks.ItemsAsync(bank, cancellationToken);
        List<Guid> chosen =
        [
            .. items.Where(i => i.Item.Use == ItemUse.Live && i.Item.Format == RateEachFormat.FormatCode).GroupBy(i => i.Domain).SelectMany(Spread).Select(i => i.Version),
        ];
        FormPublished published = await forms.PublishAsync(
            new NewForm { Bank = bank, Title = "Sample form", TimeLimit = TimeSpan.FromMinutes(30), Items = chosen, PublishedBy = null },
            cancellationToken);
        return published.FormVersion;
    }

    /// <summary>Takes turns between the facets of a domain.</summary>
    private static IEnumerable<BankItem> Spread(IEnumerable<BankItem> domain) =>
        domain.GroupBy(i => i.Item.Facet).SelectMany(facet => facet.Select((item, turn) => (item, turn)))
            .OrderBy(x => x.turn).Select(x => x.item).Take(ItemsPerDomain);
}
