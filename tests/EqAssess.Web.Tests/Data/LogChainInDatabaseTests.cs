using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Testing.Databases;
using static EqAssess.Web.Tests.Data.LedgerSample;

namespace EqAssess.Web.Tests.Data;

/// <summary>Whoever gets round triggers and code leaves a trace: the first entry that does not follow from the one before.</summary>
public sealed class LogChainInDatabaseTests
{
    public static TheoryData<string> Fields => ["entry", "writer", "recorded at", "kind", "payload", "previous hash", "hash", "sequence"];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_changed_field_of_any_entry_is_noticed_at_that_entry(string field)
    {
        AttemptLog log = await FinishedAsync();

        for (int i = 0; i < log.Entries.Count; i++)
        {
            AttemptLogEntry[] changed = [.. log.Entries];
            changed[i] = Changed(changed[i], field);

            Assert.Equal(changed[i].EntryId, Read(changed).FirstBroken()?.EntryId);
        }
    }

    [Fact]
    public async Task A_dropped_entry_is_noticed_at_the_one_that_follows()
    {
        AttemptLog log = await FinishedAsync();

        for (int i = 1; i < log.Entries.Count - 1; i++)
        {
            AttemptLogEntry[] left = [.. log.Entries.Take(i), .. log.Entries.Skip(i + 1)];

            Assert.Equal(log.Entries[i + 1].EntryId, Read(left).FirstBroken()?.EntryId);
        }
    }

    [Fact]
    public async Task A_dropped_entry_is_noticed_also_when_the_others_are_numbered_anew()
    {
        AttemptLog log = await FinishedAsync();
        AttemptLogEntry[] left = [log.Entries[0], .. log.Entries.Skip(2).Select((e, i) => Copy(e, sequence: i + 2))];

        Assert.Equal(left[1].EntryId, Read(left).FirstBroken()?.EntryId);
    }

    [Fact]
    public async Task Swapped_entries_are_noticed()
    {
        AttemptLog log = await FinishedAsync();
        AttemptLogEntry[] e = [.. log.Entries];

        AttemptLogEntry[] swapped = [e[0], Copy(e[2], sequence: 2), Copy(e[1], sequence: 3), e[3], e[4]];

        Assert.Equal(swapped[1].EntryId, Read(swapped).FirstBroken()?.EntryId);
    }

    [Fact]
    public async Task An_entry_of_another_attempt_is_noticed()
    {
        AttemptLog log = await FinishedAsync();

        AttemptLogEntry? broken = new AttemptLog(Guid.CreateVersion7(), log.Entries).FirstBroken();

        Assert.Equal(log.Entries[0].EntryId, broken?.EntryId);
    }

    private static async Task<AttemptLog> FinishedAsync()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(ChosenEngine.Name);
        return await ReadAsync(database, await AddFinishedAsync(database));
    }

    private static AttemptLog Read(AttemptLogEntry[] entries) => new(entries[0].AttemptId, entries);

    private static AttemptLogEntry Changed(AttemptLogEntry entry, string field) => field switch
    {
        "entry" => Copy(entry, entryId: Guid.CreateVersion7()),
        "writer" => Copy(entry, writerId: Guid.CreateVersion7()),
        "recorded at" => Copy(entry, recordedAt: entry.RecordedAt.AddMilliseconds(-1)),
        "kind" => Copy(entry, kind: "Presented"),
        "payload" => Copy(entry, payload: entry.Payload + " "),
        "previous hash" => Copy(entry, previousHash: new string('f', 64)),
        "hash" => Copy(entry, hash: new string('f', 64)),
        _ => Copy(entry, sequence: entry.Sequence + 10),
    };

    private static AttemptLogEntry Copy(
        AttemptLogEntry e,
        int? sequence = null,
        Guid? entryId = null,
        Guid? writerId = null,
        DateTimeOffset? recordedAt = null,
        string? kind = null,
        string? payload = null,
        string? previousHash = null,
        string? hash = null) => new()
        {
            AttemptId = e.AttemptId,
            Sequence = sequence ?? e.Sequence,
            EntryId = entryId ?? e.EntryId,
            WriterId = writerId ?? e.WriterId,
            RecordedAt = recordedAt ?? e.RecordedAt,
            Kind = kind ?? e.Kind,
            Payload = payload ?? e.Payload,
            PreviousHash = previousHash ?? e.PreviousHash,
            Hash = hash ?? e.Hash,
        };
}
