using System.Text;
using EqAssess.Data.Tables;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages.Candidates;

/// <summary>Somebody about whom a site holds everything that it can hold about anybody.</summary>
internal sealed class PersonOfSite
{
    public const string Name = "Zephyrine Quillfeather";
    public const string Address = "zephyrine-quillfeather@example.test";

    private static readonly string[] Written =
        ["I would tell her that I hear the worry", "a bell rang in corridor seventeen", "larger letters would help my eyes", "matter 4711 of the tribunal",
        "prefers the quiet counter on Thursdays", "spoke of the harbour without being asked", "books the small room upstairs"];

    public required Candidate Candidate { get; init; }

    public required Guid Id { get; init; }

    public required Guid Campaign { get; init; }

    /// <summary>What no file may hold once the person is erased.</summary>
    public required IReadOnlyList<string> Traces { get; init; }

    public static async Task<PersonOfSite> AddAsync(SiteFactory site, string country = "GB")
    {
        Guid campaign = await site.OpenCampaignAsync(with: c => c with { Country = country, Monitors = true, GivesFeedback = true });
        Candidate candidate = await site.FinishAsync(campaign, Name, 1, 2, 3, 4);
        await site.RunAsync<SendMessages>();
        Guid request = await site.AskLookAgainAsync(Name, Written[1]);
        Shown monitoring = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/monitoring");
        await monitoring.Form("Store my answers").With("sex", "another").PressAsync();
        Guid id = await site.ReadAsync(db => db.Candidates.Where(c => c.Name == Name).Select(c => c.Id).SingleAsync());
        IReadOnlyList<string> traces = await site.ReadAsync(async db =>
        {
            Guid invitation = await db.Invitations.Where(i => i.CandidateId == id).Select(i => i.Id).SingleAsync();
            Guid run = await db.ScoreRuns.Where(r => r.AttemptId == candidate.Attempt).Select(r => r.Id).SingleAsync();
            Guid item = await db.FormItems.Where(i => !i.Practice).Select(i => i.ItemVersionId).FirstAsync();
            string salt = new('5', 60);
            db.TypedAnswers.Add(new TypedAnswer { AttemptId = candidate.Attempt, ItemVersionId = item, Text = Written[0], Salt = salt, WrittenAt = SiteFactory.Start });
            db.Accommodations.Add(new AccommodationRow
            {
                CandidateId = id, Percent = 150, Untimed = false, BreakMinutes = 0, Typed = false, SparedItems = "spared-scenario-x", GrantedAt = SiteFactory.Start, GrantedBy = id,
            });
            db.AccommodationRequests.Add(new AccommodationRequest
            {
                Id = Guid.CreateVersion7(), InvitationId = invitation, AskedAt = SiteFactory.Start, DueOn = new DateOnly(2026, 12, 1), Wishes = "other", Text = Written[2],
            });
            db.Reports.Add(new ReportRow
            {
                Id = Guid.CreateVersion7(), ScoreRunId = run, Document = $"{{\"title\":\"{Name}\"}}", Digest = new string('0', 64), RequestedAt = SiteFactory.Start, RequestedBy = null,
                Pdf = Encoding.UTF8.GetBytes($"%PDF {Name}"),
            });
            db.LegalHolds.Add(new LegalHold
            {
                Id = Guid.CreateVersion7(), CampaignId = null, CandidateId = id, Reason = Written[3], SetAt = SiteFactory.Start, SetBy = id, LiftedAt = SiteFactory.Start,
            });
            db.Decisions.Add(new DecisionRow { InvitationId = invitation, Number = 1, Outcome = DecisionOutcome.Reserve, StaffId = id, DecidedAt = SiteFactory.Start, ScoreRunId = run });
            db.DecisionReasons.Add(new DecisionReason { InvitationId = invitation, Number = 1, Text = Written[4] });
            db.CaseNotes.Add(new CaseNote { Id = Guid.CreateVersion7(), InvitationId = invitation, StaffId = id, Text = Written[5], WrittenAt = SiteFactory.Start });
            db.NameLooks.Add(new NameLook { InvitationId = invitation, StaffId = id, Reason = Written[6], AskedAt = SiteFactory.Start });
            db.Interviews.Add(new InterviewRow { InvitationId = invitation, StaffId = id, TookPart = true, GivenAt = SiteFactory.Start });
            db.InterviewScores.Add(new InterviewScore { InvitationId = invitation, StaffId = id, Domain = "listen", Score = 4 });
            await db.SaveChangesAsync();
            Receipt receipt = await db.Receipts.SingleAsync(r => r.AttemptId == candidate.Attempt);
            string subject = await db.MonitoringAnswers.Select(m => m.Subject).SingleAsync();
            string link = await db.InvitationLinks.Where(l => l.InvitationId == invitation).Select(l => l.TokenHash).FirstAsync();
            return (IReadOnlyList<string>)[Name, Address, Address.ToUpperInvariant(), "spared-scenario-x", receipt.Code, subject, link, salt, .. Written];
        });
        return new PersonOfSite { Candidate = candidate, Id = id, Campaign = campaign, Traces = traces };
    }

    /// <summary>Traces that stand in any file of a SQLite database as it lies on the disk; with another engine, in any row of any table.</summary>
    public async Task<IReadOnlyList<string>> LeftInAsync(SiteFactory site)
    {
        byte[] bytes = ChosenEngine.IsSqlite
            ? [.. Directory.GetFiles(site.Folder, "eqassess.db*").SelectMany(BytesOf)]
            : Encoding.UTF8.GetBytes(await site.RowsAsync());
        return [.. Traces.Where(t => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(t)) >= 0)];
    }

    /// <summary>The same files as text.</summary>
    public static string TextIn(SiteFactory site) => Encoding.Latin1.GetString([.. Directory.GetFiles(site.Folder, "eqassess.db*").SelectMany(BytesOf)]);

    private static byte[] BytesOf(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
