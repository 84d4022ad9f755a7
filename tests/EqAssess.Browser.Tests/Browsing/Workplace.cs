using EqAssess.Data;
using EqAssess.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

[assembly: AssemblyFixture(typeof(EqAssess.Browser.Tests.Browsing.Workplace))]

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>One server process with a demonstration, for the tests that need no world of their own; started when the first asks.</summary>
public sealed class Workplace : IAsyncDisposable
{
    public const string Administrator = "admin@example.test";
    public const string HrAdmin = "hr@example.test";
    public const string Psychologist = "psychologist@example.test";
    public const string Accommodations = "accommodations@example.test";
    public const string Recruiter = "recruiter@example.test";
    private static readonly TimeSpan LongestDelivery = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-site-");
    private readonly Lazy<Task<ServerProcess>> server;
    private int people;

    public Workplace() => server = new Lazy<Task<ServerProcess>>(StartAsync);

    public Task<ServerProcess> ServerAsync() => server.Value;

    /// <summary>A link to the sample form (12 scenarios, 30 minutes) that nobody has opened.</summary>
    public async Task<Invited> InviteToSampleAsync()
    {
        ServerProcess site = await ServerAsync();
        await using EqAssessDb db = site.OpenDatabase();
        return await InviteAsync(await db.Campaigns.Where(c => c.Demonstration).Select(c => c.Id).SingleAsync());
    }

    /// <summary>Invites somebody and waits for the message with the link.</summary>
    public async Task<Invited> InviteAsync(Guid campaign)
    {
        ServerProcess site = await ServerAsync();
        int number = Interlocked.Increment(ref people);
        (string name, string email) = ($"Person {number}", $"person{number}@example.test");
        await InviteAsync(campaign, name, email);
        await using EqAssessDb db = site.OpenDatabase();
        string body = await Waiting.ForAsync(
            $"A message to {email}", LongestDelivery, () => db.KeptMessages.Where(m => m.To == email).Select(m => m.Body).FirstOrDefaultAsync());
        Guid invitation = await (
            from i in db.Invitations join c in db.Candidates on i.CandidateId equals c.Id where c.Email == email select i.Id).SingleAsync();
        return new Invited(name, invitation, new ReceivedMail(email, "", body).Link);
    }

    /// <summary>Invites somebody known to another campaign.</summary>
    /// <returns>The link of the new invitation.</returns>
    public async Task<string> InviteAgainAsync(Guid campaign, Invited known)
    {
        ServerProcess site = await ServerAsync();
        await using EqAssessDb db = site.OpenDatabase();
        string email = await (
            from i in db.Invitations join c in db.Candidates on i.CandidateId equals c.Id where i.Id == known.Invitation select c.Email).SingleAsync();
        await InviteAsync(campaign, known.Name, email);
        string body = await Waiting.ForAsync(
            $"A second message to {email}", LongestDelivery, () => (
                from kept in db.KeptMessages join message in db.Messages on kept.Id equals message.Id
                join i in db.Invitations on message.InvitationId equals i.Id
                where kept.To == email && i.CampaignId == campaign select kept.Body).FirstOrDefaultAsync());
        return new ReceivedMail(email, "", body).Link;
    }

    /// <summary>Opens a campaign on a form of one scenario and one minute.</summary>
    public Task<Guid> OpenQuickCampaignAsync() => OpenCampaignAsync(BankFolders.QuickBank, 1);

    /// <summary>A link to a test of three scenarios, one in each format, and 20 minutes in a language.</summary>
    /// <param name="language">One of <see cref="TongueBanks.Languages"/>.</param>
    public async Task<Invited> InviteToAsync(string language) => await InviteAsync(await OpenCampaignAsync(TongueBanks.TitleOf(language), 20));

    /// <summary>Publishes a form of all live items of a bank and opens a campaign on it.</summary>
    /// <param name="more">Further fields of the form's page.</param>
    public async Task<Guid> OpenCampaignAsync(string bankTitle, int minutes, IEnumerable<(string Name, string Value)>? more = null)
    {
        ServerProcess site = await ServerAsync();
        await using EqAssessDb db = site.OpenDatabase();
        Guid bank = await db.Banks.Where(b => b.Title == bankTitle).Select(b => b.Id).SingleAsync();
        List<Guid> items = await db.ItemVersions.Where(i => i.BankId == bank && !i.ItemId.StartsWith("practice") && i.ItemId != "warm-up")
            .OrderBy(i => i.ItemId).Select(i => i.Id).ToListAsync();
        using StaffClient hr = await StaffAsync(HrAdmin);
        string form = await hr.PostAsync(
            $"/forms/new?bank={bank}",
            [("title", $"{minutes} minutes"), ("minutes", $"{minutes}"), .. items.Select(i => ("chosen", $"{i}")), .. more ?? [], ("act", "publish")]) ?? "";
        string campaign = await hr.PostAsync("/campaigns/new", [
            ("jobTitle", "Parcel Desk Agent"), ("form", form.Split('/')[^1]), ("purpose", "Hiring"), ("timeZone", "Europe/London"),
            ("opensOn", $"{Today():O}"), ("closesOn", $"{Today().AddDays(14):O}"), ("contact", "hiring@example.test"), ("months", "6")]) ?? "";
        await hr.PostAsync($"{campaign}/share?handler=All", [("all", "true")]);
        return Guid.Parse(campaign.Split('/')[^1]);
    }

    public async Task<StaffClient> StaffAsync(string email)
    {
        ServerProcess site = await ServerAsync();
        var client = new StaffClient(site.Url);
        await client.SignInAsync(email, site.PasswordOf(email));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated)
        {
            await (await server.Value).DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    /// <summary>Posts one person, waits for the preview and agrees to it.</summary>
    private async Task InviteAsync(Guid campaign, string name, string email)
    {
        using StaffClient recruiter = await StaffAsync(Recruiter);
        string list = await recruiter.PostAsync($"/campaigns/{campaign}/invite", [("name", name), ("email", email)])
            ?? throw new InvalidOperationException($"{email} was not taken in.");
        await Waiting.UntilAsync($"The preview of {email}", LongestDelivery, async () => (await recruiter.GetAsync(list)).Contains("handler=Invite", StringComparison.Ordinal));
        await recruiter.PostAsync($"{list}?handler=Invite", []);
    }

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private async Task<ServerProcess> StartAsync()
    {
        string banks = Path.Combine(folder.FullName, "banks");
        BankFolders.Fill(banks);
        return await ServerProcess.StartAsync(new ServerSettings { DataFolder = Path.Combine(folder.FullName, "data"), QuestionBanks = banks }
            .With("Attempts__GraceSeconds", "2"));
    }
}

/// <param name="Link">Personal link of the invited person.</param>
public sealed record Invited(string Name, Guid Invitation, string Link);
