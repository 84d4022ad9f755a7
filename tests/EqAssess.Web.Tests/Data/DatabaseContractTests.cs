using System.Data.Common;
using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EqAssess.Web.Tests.Data;

/// <summary>What the site expects of a database, on every engine that can be reached. The tests beside this one say more about each point.</summary>
public sealed class DatabaseContractTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, 7, TimeSpan.Zero);

    [Theory]
    [OnEachEngine]
    public async Task An_empty_database_gets_its_schema_once(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateEmptyAsync(engine);
        EngineRecord.Databases(engine);
        await using EqAssessDb db = database.Open();

        await db.Database.MigrateAsync();
        await db.Database.MigrateAsync();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(0, await db.Banks.CountAsync());
    }

    [Theory]
    [OnEachEngine]
    public async Task What_is_written_comes_back_as_it_was(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        string anyScript = "Ærøskøbing, Łódź, Αθήνα, مرحبا, 東京, 👩🏽‍🚀, e\u0301, 'quoted' \"twice\" \\ % _ \n\t;--";
        BankRow bank = BankOf("any-script", anyScript, string.Concat(Enumerable.Repeat(anyScript, 5_000)));
        await AddAsync(database, bank);
        await using EqAssessDb db = database.Open();

        BankRow read = await db.Banks.SingleAsync(b => b.Title == anyScript);

        Assert.Equal((bank.Id, bank.Title, bank.ImportedAt), (read.Id, read.Title, read.ImportedAt));
        Assert.Equal(bank.Head, read.Head);
    }

    [Theory]
    [OnEachEngine]
    public async Task Texts_that_differ_in_case_accent_or_a_space_at_the_end_are_different_texts(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);

        // SQL Server compares as if the shorter text had spaces behind it, whatever the collation.
        string[] slugs = ["cafe", "Cafe", "café", "cafe\u0301", engine == "SqlServer" ? " cafe" : "cafe "];
        await AddAsync(database, [.. slugs.Select(s => BankOf(s))]);
        await using EqAssessDb db = database.Open();

        foreach (string slug in slugs)
        {
            Assert.Equal(slug, (await db.Banks.SingleAsync(b => b.Slug == slug)).Slug);
        }
    }

    [Theory]
    [OnEachEngine]
    public async Task Of_two_who_write_one_key_one_is_told_that_it_is_there(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);

        Exception?[] outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Record.ExceptionAsync(() => AddAsync(database, BankOf("wanted by all"))).AsTask()));

        Assert.Single(outcomes, o => o is null);
        Assert.All(outcomes.OfType<Exception>(), o => Assert.True(DatabaseEngine.SaysDuplicateKey(o), o.ToString()));
    }

    [Theory]
    [OnEachEngine]
    public async Task A_row_that_names_one_that_is_not_there_is_refused_and_is_no_duplicate(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        var orphan = new InvitationLink { TokenHash = "0", InvitationId = Guid.CreateVersion7(), MintedAt = Nine };

        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(database, orphan));

        Assert.False(DatabaseEngine.SaysDuplicateKey(failure));
        Assert.False(DatabaseEngine.SaysUnavailable(failure));
    }

    [Theory]
    [OnEachEngine]
    public async Task What_is_not_committed_is_seen_by_nobody_and_leaves_nothing_when_it_is_given_up(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await using EqAssessDb writing = database.Open();
        await using EqAssessDb reading = database.Open();

        await using (IDbContextTransaction transaction = await writing.Database.BeginTransactionAsync())
        {
            writing.Add(BankOf("half done"));
            await writing.SaveChangesAsync();
            Assert.Equal(0, await reading.Banks.CountAsync());
            await transaction.RollbackAsync();
        }

        Assert.Equal(0, await reading.Banks.CountAsync());
    }

    [Theory]
    [OnEachEngine]
    public async Task A_claim_is_won_by_one(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await AddAsync(database, new Lease { Name = "sweep", Holder = Guid.Empty, Until = Nine });

        int[] won = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using EqAssessDb db = database.Open();
            return await db.Set<Lease>().Where(l => l.Name == "sweep" && l.Until == Nine)
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, Nine.AddMinutes(1)).SetProperty(l => l.Holder, Guid.CreateVersion7()));
        }));

        Assert.Equal(1, won.Sum());
    }

    [Theory]
    [OnEachEngine]
    public async Task A_log_takes_no_change_by_any_way(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await AddAsync(database, new AuditEntry { Id = Guid.CreateVersion7(), At = Nine, Actor = null, Act = "seen", Subject = Guid.Empty });
        await using EqAssessDb db = database.Open();

        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE audit_log SET act = 'unseen'"));
        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM audit_log"));

        Assert.Equal(["seen"], await db.AuditLog.Select(a => a.Act).ToListAsync());
    }

    [Theory]
    [OnEachEngine]
    public async Task The_clock_of_its_server_is_UTC_where_it_has_one(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await using EqAssessDb db = database.Open();

        DateTimeOffset? now = await DatabaseEngine.Get(engine).NowAsync(db, CancellationToken.None);

        Assert.Equal(engine != "Sqlite", now.HasValue);
        Assert.True(now is null || (now.Value - DateTimeOffset.UtcNow).Duration() < TimeSpan.FromMinutes(1), $"{now}");
    }

    private static async Task AddAsync(TestDatabase database, params object[] rows)
    {
        await using EqAssessDb db = database.Open();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    private static BankRow BankOf(string slug, string title = "B", string head = "{}") => new()
    {
        Id = Guid.CreateVersion7(), Slug = slug, Title = title, Language = "en", Head = head, ImportedAt = Nine,
    };
}
