using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Web.Tests.Data;

/// <summary>A database from before banks were written in the browser comes along with its items and keys.</summary>
public sealed class TakeOverTests
{
    private static readonly DateTime At = new(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc);

    [Theory]
    [OnEachEngine]
    public async Task Items_and_keys_of_an_earlier_database_get_their_life_and_their_coverage(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateEmptyAsync(engine);
        await using EqAssessDb db = database.Open();
        await db.GetService<IMigrator>().MigrateAsync("20261122000004_Attempts");
        (Guid bank, Guid old, Guid live, Guid key) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await db.Database.ExecuteSqlAsync($"INSERT INTO bank (id, slug, title, language, head, imported_at) VALUES ({bank}, 'b', 'B', 'en', '', {At})");
        await AddItemAsync(db, old, bank, 1, current: false);
        await AddItemAsync(db, live, bank, 2, current: true);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO key_version (id, bank_id, label, status, source, content, digest, created_at, demonstration) VALUES ({key}, {bank}, 'draft-1', 'Draft', '', '', '', {At}, {false})");

        await db.Database.MigrateAsync();

        Assert.Equal(
            [(old, ItemStatus.Retired, ItemOrigin.Files, 0), (live, ItemStatus.Live, ItemOrigin.Files, 0)],
            (await db.ItemVersions.OrderBy(v => v.Number).ToListAsync()).Select(v => (v.Id, v.Status, v.Origin, v.Revision)));
        List<ItemVersionEvent> events = await db.ItemVersionEvents.OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(ItemStatus.Retired, StatusOf(old));
        Assert.Equal(ItemStatus.Live, StatusOf(live));
        Assert.All(events, e => Assert.Equal((At, (Guid?)null), (e.At.UtcDateTime, e.By)));
        Assert.Equal(new[] { old, live }.Order(), (await db.KeyCoverages.Where(c => c.KeyVersionId == key).Select(c => c.ItemVersionId).ToListAsync()).Order());
        ItemStatus? StatusOf(Guid version) => ItemLife.Of(events.Where(e => e.ItemVersionId == version).Select(e => (e.Step, e.By)))?.Status;
    }

    private static Task AddItemAsync(EqAssessDb db, Guid id, Guid bank, int number, bool current) => db.Database.ExecuteSqlAsync(
        $"""INSERT INTO item_version (id, bank_id, item_id, number, "use", facet, domain, content, digest, created_at, "current") VALUES ({id}, {bank}, 'item', {number}, 'Live', 'cues', 'recognise', '', '', {At}, {current})""");
}
