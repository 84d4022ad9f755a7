using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using EqAssess.Web.Tests.Mail;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Candidates;

/// <summary>A request that was under way while somebody was erased writes after it: the next sweep takes that out as well.</summary>
public sealed class LateWriterTests : IAsyncLifetime
{
    private readonly ScriptedSmtpPeer peer = new("end of data", "250 taken");
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync(new SiteSettings
    {
        Values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Mail:KeepCopies"] = "true", ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = $"{peer.Port}", ["Mail:UseTls"] = "false", ["Mail:From"] = "hiring@assess.example",
        },
    });

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await peer.DisposeAsync();
    }

    [Fact]
    public async Task A_message_that_is_handed_over_while_its_reader_is_erased_leaves_no_copy_with_the_address()
    {
        Guid campaign = await site.OpenCampaignAsync();
        await site.InviteAsync(campaign);
        Guid person = await site.ReadAsync(db => db.Candidates.Select(c => c.Id).SingleAsync());
        peer.Meanwhile = async () => Assert.True(await EraseAsync(person));

        await site.RunAsync<SendMessages>();
        Assert.Equal("amara@example.test", await site.ReadAsync(db => db.KeptMessages.Select(k => k.To).SingleAsync()));
        await site.RunAsync<ApplyRetention>();

        Assert.Equal((0, 0), await site.ReadAsync(async db => (await db.KeptMessages.CountAsync(), await db.InvitationLinks.CountAsync())));
        Assert.DoesNotContain("amara", PersonOfSite.TextIn(site), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("link")]
    [InlineData("request")]
    [InlineData("accommodation")]
    [InlineData("adjustment")]
    [InlineData("typed")]
    [InlineData("receipt")]
    [InlineData("monitoring")]
    [InlineData("name")]
    [InlineData("report")]
    public async Task Whatever_row_comes_after_the_erasure_goes_and_the_next_sweep_finds_nothing(string what)
    {
        PersonOfSite person = await PersonOfSite.AddAsync(site);
        Late late = await site.ReadAsync(db => LateAsync(db, person));
        Assert.True(await EraseAsync(person.Id));
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(what, late);

        await site.RunAsync<ApplyRetention>();
        await site.RunAsync<ApplyRetention>();

        Assert.Empty(await person.LeftInAsync(site));
        Assert.Equal(0, await CountAsync());
        Assert.Equal(2, await site.ReadAsync(db => db.AuditLog.CountAsync(e => e.Act == AuditService.PersonErased)));
    }

    [Fact]
    public async Task Who_was_erased_and_left_nothing_is_not_erased_again()
    {
        PersonOfSite person = await PersonOfSite.AddAsync(site);
        await EraseAsync(person.Id);

        await site.RunAsync<ApplyRetention>();

        Assert.Equal(1, await site.ReadAsync(db => db.AuditLog.CountAsync(e => e.Act == AuditService.PersonErased)));
    }

    private Task<bool> EraseAsync(Guid person) => site.AskAsync((ErasureService erasure) => erasure.EraseAsync(person, null, CancellationToken.None));

    private static async Task<Late> LateAsync(EqAssessDb db, PersonOfSite person)
    {
        Guid invitation = await db.Invitations.Where(i => i.CandidateId == person.Id).Select(i => i.Id).SingleAsync();
        Guid item = await db.FormItems.Where(i => !i.Practice).Select(i => i.ItemVersionId).FirstAsync();
        Guid run = await db.ScoreRuns.Where(r => r.AttemptId == person.Candidate.Attempt).Select(r => r.Id).SingleAsync();
        return new Late(person.Id, person.Campaign, invitation, person.Candidate.Attempt, item, run, await db.MonitoringAnswers.Select(m => m.Subject).SingleAsync());
    }

    /// <summary>Text that no test names is looked for by <see cref="PersonOfSite.LeftIn"/>, so each row holds one that is.</summary>
    private async Task AddAsync(string what, Late late) => await site.ReadAsync(async db =>
    {
        DateTimeOffset now = site.Time.Instant;
        object row = what switch
        {
            "link" => new InvitationLink { TokenHash = new string('7', 64), InvitationId = late.Invitation, MintedAt = now },
            "request" => new CandidateRequest
            {
                Id = Guid.CreateVersion7(), InvitationId = late.Invitation, Kind = CandidateRequestKind.LookAgain, AskedAt = now, DueOn = new DateOnly(2026, 12, 1), Text = PersonOfSite.Name,
            },
            "accommodation" => new AccommodationRow
            {
                CandidateId = late.Person, Percent = 150, Untimed = false, BreakMinutes = 0, Typed = false, SparedItems = "spared-scenario-x", GrantedAt = now, GrantedBy = late.Person,
            },
            "adjustment" => new AccommodationRequest
            {
                Id = Guid.CreateVersion7(), InvitationId = late.Invitation, AskedAt = now, DueOn = new DateOnly(2026, 12, 1), Wishes = "time", Text = PersonOfSite.Name,
            },
            "typed" => new TypedAnswer { AttemptId = late.Attempt, ItemVersionId = late.Item, Text = PersonOfSite.Name, Salt = new string('5', 60), WrittenAt = now },
            "receipt" => new Receipt { AttemptId = late.Attempt, Code = "LATE", Answers = 16, ClosedAt = now, TimedOut = false, Digest = new string('0', 64) },
            "monitoring" => new MonitoringAnswer { Id = Guid.CreateVersion7(), CampaignId = late.Campaign, Subject = late.Subject, Question = "sex", Answer = "another" },
            "report" => new ReportRow
            {
                Id = Guid.CreateVersion7(), ScoreRunId = late.Run, Document = PersonOfSite.Name, Digest = new string('1', 64), RequestedAt = now, RequestedBy = null,
            },
            _ => await db.Candidates.SingleAsync(c => c.Id == late.Person),
        };
        if (row is CandidateRow candidate)
        {
            (candidate.Name, candidate.Email) = (PersonOfSite.Name, PersonOfSite.Address);
        }
        else
        {
            db.Add(row);
        }

        return await db.SaveChangesAsync();
    });

    /// <summary>Rows that an erasure removes, of everybody: there is one person.</summary>
    private Task<int> CountAsync() => site.ReadAsync(async db =>
        await db.InvitationLinks.CountAsync() + await db.CandidateRequests.CountAsync(r => r.Text != null || r.State == RequestState.Open)
        + await db.Accommodations.CountAsync() + await db.AccommodationRequests.CountAsync() + await db.TypedAnswers.CountAsync() + await db.Receipts.CountAsync()
        + await db.MonitoringAnswers.CountAsync() + await db.Reports.CountAsync() + await db.Candidates.CountAsync(c => c.Name != ""));

    private sealed record Late(Guid Person, Guid Campaign, Guid Invitation, Guid Attempt, Guid Item, Guid Run, string Subject);
}
