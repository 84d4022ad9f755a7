using EqAssess.Data;
using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Testing.Content;

/// <summary>What most tests of a site begin with, made by the site's own services.</summary>
public static class SampleContent
{
    /// <summary>A bank, a form of all its live items, a hiring campaign that runs from today for ten days.</summary>
    public static async Task<SampleCampaign> AddCampaignAsync(this TestSite site, int items = 4, CampaignPurpose purpose = CampaignPurpose.Hiring, int minutes = 20)
    {
        Guid bank = await site.ImportBankAsync(items);
        Guid form = await site.PublishAsync(bank, minutes);
        Guid campaign = await site.OpenAsync(form, purpose);
        return new SampleCampaign(bank, form, campaign, await site.ItemVersionsAsync(form));
    }

    public static async Task<Guid> ImportBankAsync(this TestSite site, int items = 4)
    {
        string folder = SampleBank.Write(Path.Combine(site.Folder, "sample-bank"), items);
        IReadOnlyList<BankImportResult> results = await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None));
        return results.All(r => r.Imported)
            ? await site.ReadAsync(db => db.Banks.Select(b => b.Id).SingleAsync())
            : throw new InvalidOperationException(string.Join('\n', results.SelectMany(r => r.Problems)));
    }

    public static async Task<Guid> PublishAsync(this TestSite site, Guid bank, int minutes = 20)
    {
        IReadOnlyList<BankItem> items = await site.AskAsync((BankLibrary library) => library.ItemsAsync(bank, CancellationToken.None));
        var form = new NewForm
        {
            Bank = bank,
            Title = "Sample form",
            TimeLimit = TimeSpan.FromMinutes(minutes),
            Items = [.. items.Where(i => i.Item.Use == ItemUse.Live).OrderBy(i => i.Item.Id, StringComparer.Ordinal).Select(i => i.Version)],
            PublishedBy = null,
        };
        FormPublished published = await site.AskAsync((FormPublishing forms) => forms.PublishAsync(form, CancellationToken.None));
        return published.FormVersion ?? throw new InvalidOperationException(string.Join('\n', published.Problems));
    }

    public static async Task<Guid> OpenAsync(this TestSite site, Guid form, CampaignPurpose purpose = CampaignPurpose.Hiring, int firstDay = 0, int lastDay = 10)
    {
        DateOnly today = DateOnly.FromDateTime(site.Time.Instant.UtcDateTime);
        var campaign = new NewCampaign
        {
            JobTitle = "Customer care advisor",
            FormVersion = form,
            Purpose = purpose,
            TimeZone = "Etc/UTC",
            OpensOn = today.AddDays(firstDay),
            ClosesOn = today.AddDays(lastDay),
            Contact = "hiring@example.test",
            RetentionMonths = 6,
            Blind = false,
        };
        CampaignOpened opened = await site.AskAsync((CampaignService campaigns) => campaigns.OpenAsync(campaign, CancellationToken.None));
        return opened.Campaign ?? throw new InvalidOperationException(string.Join(", ", opened.Problems));
    }

    /// <summary>Item versions of a form in its order.</summary>
    public static Task<List<Guid>> ItemVersionsAsync(this TestSite site, Guid form) => site.ReadAsync(db =>
        db.FormItems.Where(i => i.FormVersionId == form && !i.Practice).OrderBy(i => i.Position).Select(i => i.ItemVersionId).ToListAsync());

    /// <summary>Invites people by their first name, at <c>name@example.test</c>.</summary>
    public static async Task<Guid> InviteAsync(this TestSite site, Guid campaign, string name)
    {
        string address = $"{name}@example.test";
        await site.AskAsync((InvitationService invitations) =>
            invitations.InviteAsync(campaign, [new CsvRow(1, name, address, null)], CancellationToken.None));
        return await site.ReadAsync(db => (
            from invitation in db.Invitations
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            where invitation.CampaignId == campaign && candidate.Email == address
            select invitation.Id).SingleAsync());
    }

    /// <returns>The token of a new link to the invitation.</returns>
    public static async Task<string> MintLinkAsync(this TestSite site, Guid invitation)
    {
        string token = Tokens.Mint();
        await site.DoAsync(async (EqAssessDb db) =>
        {
            db.InvitationLinks.Add(new InvitationLink { TokenHash = Tokens.HashOf(token), InvitationId = invitation, MintedAt = site.Time.Instant });
            await db.SaveChangesAsync();
        });
        return token;
    }

    /// <summary>Follows a link and starts.</summary>
    public static async Task<Guid?> StartAsync(this TestSite site, string token) => await site.AskAsync(async (StartService starts) =>
        await starts.FindAsync(token, CancellationToken.None) is { } linked ? await starts.StartAsync(linked) : null);

    /// <summary>Invites somebody who starts at once.</summary>
    public static async Task<Guid> BeginAttemptAsync(this TestSite site, Guid campaign, string name = "amara") =>
        await site.StartAsync(await site.MintLinkAsync(await site.InviteAsync(campaign, name)))
        ?? throw new InvalidOperationException("The attempt could not be started.");
}

/// <param name="Items">Item versions in the form's order.</param>
public sealed record SampleCampaign(Guid Bank, Guid Form, Guid Campaign, IReadOnlyList<Guid> Items);
