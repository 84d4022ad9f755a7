using EqAssess.Data;
using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages;

/// <summary>What tests of pages begin with, made by the site's own services.</summary>
internal static class SiteContent
{
    public static Task<Guid> BankAsync(this SiteFactory site) => site.ReadAsync(db => db.Banks.Select(b => b.Id).SingleAsync());

    /// <summary>The form of the prepared database.</summary>
    public static Task<Guid> FormAsync(this SiteFactory site) =>
        site.ReadAsync(db => db.FormVersions.OrderBy(f => f.PublishedAt).ThenBy(f => f.Number).Select(f => f.Id).FirstAsync());

    /// <summary>Item versions of a form in its order.</summary>
    public static Task<List<Guid>> ItemVersionsAsync(this SiteFactory site, Guid form) => site.ReadAsync(db =>
        db.FormItems.Where(i => i.FormVersionId == form && !i.Practice).OrderBy(i => i.Position).Select(i => i.ItemVersionId).ToListAsync());

    public static async Task<Guid> PublishFormAsync(this SiteFactory site, int items = 4, string title = "Sample form")
    {
        Guid bank = await site.BankAsync();
        IReadOnlyList<BankItem> all = await site.AskAsync((BankLibrary library) => library.ItemsAsync(bank, CancellationToken.None));
        var form = new NewForm
        {
            Bank = bank,
            Title = title,
            TimeLimit = TimeSpan.FromMinutes(20),
            Items = [.. all.Where(i => i.Item.Use == ItemUse.Live).OrderBy(i => i.Item.Id, StringComparer.Ordinal).Select(i => i.Version).Take(items)],
            PublishedBy = null,
        };
        FormPublished published = await site.AskAsync((FormPublishing forms) => forms.PublishAsync(form, CancellationToken.None));
        return published.FormVersion ?? throw new InvalidOperationException(string.Join('\n', published.Problems));
    }

    /// <param name="firstDay">Days from today.</param>
    public static async Task<Guid> OpenCampaignAsync(
        this SiteFactory site, CampaignPurpose purpose = CampaignPurpose.Hiring, int firstDay = 0, int lastDay = 10, Guid? form = null, Func<NewCampaign, NewCampaign>? with = null)
    {
        DateOnly today = DateOnly.FromDateTime(site.Time.Instant.UtcDateTime);
        var campaign = new NewCampaign
        {
            JobTitle = "Customer care advisor",
            FormVersion = form ?? await site.FormAsync(),
            Purpose = purpose,
            TimeZone = "Etc/UTC",
            OpensOn = today.AddDays(firstDay),
            ClosesOn = today.AddDays(lastDay),
            Contact = "hiring@example.test",
            RetentionMonths = 6,
            Blind = false,
        };
        CampaignOpened opened = await site.AskAsync((CampaignService campaigns) => campaigns.OpenAsync(with?.Invoke(campaign) ?? campaign, CancellationToken.None));
        return opened.Campaign ?? throw new InvalidOperationException(string.Join(", ", opened.Problems));
    }

    /// <summary>Invites a person, at <c>name@example.test</c>.</summary>
    public static async Task<Guid> InviteAsync(this SiteFactory site, Guid campaign, string name = "Amara")
    {
        string address = $"{name.ToLowerInvariant().Replace(' ', '-')}@example.test";
        await site.AskAsync((InvitationService invitations) =>
            invitations.InviteAsync(campaign, [new CsvRow(1, name, address, null)], CancellationToken.None));
        return await site.ReadAsync(db => (
            from invitation in db.Invitations
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            where invitation.CampaignId == campaign && candidate.Email == address
            select invitation.Id).SingleAsync());
    }

    /// <returns>The token of a new link.</returns>
    public static async Task<string> LinkAsync(this SiteFactory site, Guid invitation)
    {
        string token = Tokens.Mint();
        await site.ReadAsync(async db =>
        {
            db.InvitationLinks.Add(new InvitationLink { TokenHash = Tokens.HashOf(token), InvitationId = invitation, MintedAt = site.Time.Instant });
            return await db.SaveChangesAsync();
        });
        return token;
    }

    /// <summary>Invites somebody to a new campaign.</summary>
    public static async Task<string> NewLinkAsync(this SiteFactory site, string name = "Amara") =>
        await site.LinkAsync(await site.InviteAsync(await site.OpenCampaignAsync(), name));

    /// <summary>A browser in which somebody has opened a link and pressed Start.</summary>
    public static async Task<Candidate> BeginAsync(this SiteFactory site, string? token = null, string name = "Amara")
    {
        token ??= await site.NewLinkAsync(name);
        Browser browser = site.NewBrowser();
        Shown link = await browser.OpenAsync($"/t/{token}");
        Shown first = await link.Form("Start the assessment").PressAsync();
        string hash = Tokens.HashOf(token);
        Guid attempt = await site.ReadAsync(db => (
            from known in db.InvitationLinks
            join a in db.Attempts on known.InvitationId equals a.InvitationId
            where known.TokenHash == hash
            select a.Id).SingleAsync());
        return new Candidate(browser, token, attempt, first);
    }

    /// <summary>Somebody who takes the whole test without a script, with the same rating for every reply of a scenario, and is scored.</summary>
    public static async Task<Candidate> FinishAsync(this SiteFactory site, Guid campaign, string name, params int[] ratings)
    {
        Candidate candidate = await site.BeginAsync(await site.LinkAsync(await site.InviteAsync(campaign, name)));
        Shown page = candidate.First;
        foreach (int rating in ratings)
        {
            page = await page.Form("Next").RateAll(rating).PressAsync();
        }

        page = await candidate.Browser.OpenAsync("/take/review");
        await page.Form("Hand in").PressAsync();
        await site.RunAsync<ScoreAttempts>();
        return candidate;
    }

    /// <summary>Somebody who has taken a test asks that a person looks again.</summary>
    public static async Task<Guid> AskLookAgainAsync(this SiteFactory site, string name, string text = "The bell rang twice.")
    {
        (Guid invitation, CampaignRow campaign) = await site.ReadAsync(async db =>
        {
            var found = await (
                from i in db.Invitations
                join c in db.Candidates on i.CandidateId equals c.Id
                join k in db.Campaigns on i.CampaignId equals k.Id
                where c.Name == name
                select new { i.Id, k }).AsNoTracking().FirstAsync();
            return (found.Id, found.k);
        });
        return (await site.AskAsync((CandidateRequests requests) => requests.AskAsync(invitation, campaign, CandidateRequestKind.LookAgain, text))).Id;
    }

    /// <summary>A browser in which a member of staff has signed in.</summary>
    public static async Task<Browser> SignInAsync(this SiteFactory site, string role, string password = PreparedDatabase.Password)
    {
        Browser browser = site.NewBrowser();
        Shown page = await browser.OpenAsync("/account/sign-in");
        page = await page.Form("Sign in").Fill("E-mail address", PreparedDatabase.EmailOf(role)).Fill("Password", password).PressAsync();
        return page.Address == "/" ? browser : throw new InvalidOperationException($"{role} was not signed in: {page.Words}");
    }

    public static async Task<IReadOnlyList<AttemptLogEntry>> LogOfAsync(this SiteFactory site, Guid attempt) =>
        await site.ReadAsync(db => db.AttemptLog.AsNoTracking().Where(e => e.AttemptId == attempt).OrderBy(e => e.Sequence).ToListAsync());

    public static async Task<IReadOnlyList<string>> KindsAsync(this SiteFactory site, Guid attempt) => [.. (await site.LogOfAsync(attempt)).Select(e => e.Kind)];
}

/// <param name="First">The page on which the test began.</param>
internal sealed record Candidate(Browser Browser, string Token, Guid Attempt, Shown First);
