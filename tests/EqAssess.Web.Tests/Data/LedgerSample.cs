using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Data;

/// <summary>The rows that an attempt's log needs, and a log to write to.</summary>
internal static class LedgerSample
{
    public static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, 123, TimeSpan.Zero);
    public static readonly Guid Item = new(7, 0, 0, new byte[8]);
    public static readonly Guid Writer = new(8, 0, 0, new byte[8]);

    /// <summary>Adds an attempt that has no log yet.</summary>
    public static async Task<Guid> AddAttemptAsync(TestDatabase database)
    {
        await using EqAssessDb db = database.Open();
        var bank = new BankRow { Id = Guid.CreateVersion7(), Slug = "b", Title = "B", Language = "en", Head = "{}", ImportedAt = Nine };
        var form = new FormVersionRow
        {
            Id = Guid.CreateVersion7(), BankId = bank.Id, Title = "F", Number = 1, TimeLimitSeconds = 1200, PublishedAt = Nine, PublishedBy = null,
        };
        var campaign = new CampaignRow
        {
            Id = Guid.CreateVersion7(), JobTitle = "J", FormVersionId = form.Id, Purpose = CampaignPurpose.Hiring, TimeZone = "Etc/UTC",
            OpensOn = new DateOnly(2026, 11, 1), ClosesOn = new DateOnly(2026, 12, 1), OpensAt = Nine, ClosesAt = Nine.AddDays(9),
            Contact = "c@example.test", RetentionMonths = 6, Seed = 1, CreatedAt = Nine, Demonstration = false,
        };
        var candidate = new CandidateRow
        {
            Id = Guid.CreateVersion7(), Name = "N", Email = "n@example.test", NormalizedEmail = "N@EXAMPLE.TEST", Simulated = false, CreatedAt = Nine,
        };
        var invitation = new InvitationRow { Id = Guid.CreateVersion7(), CampaignId = campaign.Id, CandidateId = candidate.Id, Simulated = false, CreatedAt = Nine };
        var attempt = new AttemptRow
        {
            Id = Guid.CreateVersion7(), InvitationId = invitation.Id, FormVersionId = form.Id, Simulated = false, StartedAt = Nine, Deadline = Nine, LastMoment = Nine,
        };
        db.AddRange(bank, form, campaign, candidate, invitation, attempt);
        await db.SaveChangesAsync();
        return attempt.Id;
    }

    /// <summary>A ledger that knows nothing yet: what another node would have.</summary>
    public static AttemptLedger LedgerOf(EqAssessDb db, IAttemptWriter writer) => new(db, new AttemptHeads(), writer);

    /// <summary>Reads the head as a node that has just started does, appends one event and commits.</summary>
    public static async Task<bool> AppendAsync(TestDatabase database, Guid attempt, AttemptEvent happened, Guid? entry = null)
    {
        await using EqAssessDb db = database.Open();
        await using OpenWriter writer = OpenWriter.On(database);
        AttemptLedger ledger = LedgerOf(db, writer.Writer);
        AttemptHead head = await ledger.HeadAsync(attempt);
        return await ledger.AppendAsync(AttemptAppend.To(head).With(happened, entry ?? Guid.CreateVersion7(), Writer, happened.At.AddMilliseconds(1)));
    }

    public static async Task<AttemptLog> ReadAsync(TestDatabase database, Guid attempt)
    {
        await using EqAssessDb db = database.Open();
        await using OpenWriter writer = OpenWriter.On(database);
        return await LedgerOf(db, writer.Writer).ReadAsync(attempt);
    }

    /// <summary>A started attempt with three answers, handed in.</summary>
    public static async Task<Guid> AddFinishedAsync(TestDatabase database)
    {
        Guid attempt = await AddAttemptAsync(database);
        AttemptEvent[] events =
        [
            new AttemptEvent.Started(Nine, 1200, 30),
            new AttemptEvent.Answered(Nine.AddMilliseconds(500), Item, "a=1"),
            new AttemptEvent.Answered(Nine.AddMilliseconds(1000), Item, "a=2"),
            new AttemptEvent.Answered(Nine.AddMilliseconds(61_501), Item, "a=3"),
            new AttemptEvent.Submitted(Nine.AddSeconds(90)),
        ];
        foreach (AttemptEvent happened in events)
        {
            await AppendAsync(database, attempt, happened);
        }

        return attempt;
    }
}
