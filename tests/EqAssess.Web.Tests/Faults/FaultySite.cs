using System.Globalization;
using System.Text.Json;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Testing;
using EqAssess.Web.Services;
using EqAssess.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Faults;

/// <summary>The real site as a process on a folder of its own, to which things happen; candidates reach it over HTTP.</summary>
internal sealed class FaultySite : IAsyncDisposable
{
    private readonly bool ownsFolder;
    private int people;

    private FaultySite(ServerSettings settings, bool ownsFolder)
    {
        Settings = settings;
        this.ownsFolder = ownsFolder;
    }

    public ServerProcess Server { get; private set; } = null!;

    private ServerSettings Settings { get; }

    /// <param name="folder">An existing folder for the data; null for a temporary one.</param>
    /// <param name="beat">Seconds between signs of life.</param>
    /// <param name="outage">Seconds without one that are an outage.</param>
    public static async Task<FaultySite> StartAsync(string? folder = null, int beat = 1, int outage = 4)
    {
        string data = folder ?? Directory.CreateTempSubdirectory("eqassess-faults-").FullName;
        var site = new FaultySite(
            new ServerSettings { DataFolder = data }
                .With("Attempts__BeatSeconds", beat.ToString(CultureInfo.InvariantCulture))
                .With("Attempts__OutageSeconds", outage.ToString(CultureInfo.InvariantCulture)),
            folder is null);
        await site.StartAgainAsync();
        return site;
    }

    public async Task StartAgainAsync() => Server = await ServerProcess.StartAsync(Settings);

    public string DatabaseFile => Path.Combine(Settings.DataFolder, "eqassess.db");

    public EqAssessDb OpenDatabase() => Server.OpenDatabase();

    /// <summary>Somebody who opened their link and pressed Start.</summary>
    public async Task<(Browser Browser, Guid Attempt, Shown Page)> BeginAsync()
    {
        (Guid invitation, string token) = await InviteAsync();
        Browser browser = NewBrowser();
        Shown page = await (await browser.OpenAsync($"/t/{token}")).Form("Start the assessment").PressAsync();
        await using EqAssessDb db = OpenDatabase();
        return (browser, await db.Attempts.Where(a => a.InvitationId == invitation).Select(a => a.Id).SingleAsync(), page);
    }

    /// <summary>A link to an attempt that began so that this is left of its time.</summary>
    public async Task<(string Token, Guid Attempt)> RunningAsync(TimeSpan left)
    {
        (Guid invitation, string token) = await InviteAsync();
        await using EqAssessDb db = OpenDatabase();
        Guid form = await db.FormVersions.Select(f => f.Id).FirstAsync();
        var now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        var started = new AttemptEvent.Started(now + left - TimeSpan.FromMinutes(30), 1800, 0);
        var (attempt, entry, writer) = (Guid.NewGuid(), Guid.CreateVersion7(), AttemptService.ServerWriter);
        string payload = JsonSerializer.Serialize<AttemptEvent>(started);
        db.Attempts.Add(new AttemptRow
        {
            Id = attempt, InvitationId = invitation, FormVersionId = form, Simulated = false, StartedAt = started.At, Deadline = now + left, LastMoment = now + left,
        });
        db.AttemptLog.Add(new AttemptLogEntry
        {
            AttemptId = attempt, Sequence = 1, EntryId = entry, WriterId = writer, RecordedAt = started.At, Kind = "Started", Payload = payload,
            PreviousHash = LogChain.Origin, Hash = LogChain.HashOf(LogChain.Origin, attempt, 1, entry, writer, started.At, "Started", payload),
        });
        await db.SaveChangesAsync();
        return (token, attempt);
    }

    public async Task<IReadOnlyList<AttemptLogEntry>> LogOfAsync(Guid attempt)
    {
        await using EqAssessDb db = OpenDatabase();
        return await db.AttemptLog.AsNoTracking().Where(e => e.AttemptId == attempt).OrderBy(e => e.Sequence).ToListAsync();
    }

    public Browser NewBrowser()
    {
        var cookies = new CookieJar { InnerHandler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false } };
        return new Browser(new HttpClient(cookies) { BaseAddress = new Uri(Server.Url), Timeout = TimeSpan.FromMinutes(2) }, cookies);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        if (ownsFolder)
        {
            Directory.Delete(Settings.DataFolder, recursive: true);
        }
    }

    private async Task<(Guid Invitation, string Token)> InviteAsync()
    {
        await using EqAssessDb db = OpenDatabase();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        string email = $"person-{++people}@example.test";
        var candidate = new CandidateRow
        {
            Id = Guid.CreateVersion7(), Name = $"Person {people}", Email = email, NormalizedEmail = email.ToUpperInvariant(), Simulated = false, CreatedAt = now,
        };
        var invitation = new InvitationRow
        {
            Id = Guid.CreateVersion7(), CampaignId = await db.Campaigns.Select(c => c.Id).FirstAsync(), CandidateId = candidate.Id, Simulated = false, CreatedAt = now,
        };
        string token = Tokens.Mint();
        db.Candidates.Add(candidate);
        db.Invitations.Add(invitation);
        db.InvitationLinks.Add(new InvitationLink { TokenHash = Tokens.HashOf(token), InvitationId = invitation.Id, MintedAt = now });
        await db.SaveChangesAsync();
        return (invitation.Id, token);
    }
}
