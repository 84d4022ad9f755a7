using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Candidates;

/// <summary>The bytes of an erased person go as soon as they can: what is in the way is kept in mind, and the next sweep does it.</summary>
[OnSqliteOnly]
public sealed class OverwrittenFilesTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync(new SiteSettings
    {
        Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Mail:KeepCopies"] = "true" },
    });

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task What_a_reader_of_the_old_state_keeps_in_the_log_goes_when_it_has_gone()
    {
        PersonOfSite person = await PersonOfSite.AddAsync(site);
        await using (SqliteConnection reader = await ConnectAsync())
        {
            await ExecuteAsync(reader, "BEGIN; SELECT count(*) FROM candidate;");
            Assert.True(await EraseAsync(person.Id));
            Assert.NotEmpty(await person.LeftInAsync(site));
            Assert.Null(await OverwrittenAsync(person));
            await ExecuteAsync(reader, "ROLLBACK");
        }

        site.Time.Advance(TimeSpan.FromHours(1));
        await site.RunAsync<ApplyRetention>();

        Assert.Empty(await person.LeftInAsync(site));
        Assert.Equal(site.Time.Instant, await OverwrittenAsync(person));
    }

    [Fact]
    public async Task A_database_that_is_locked_fails_no_erasure_and_is_tried_again()
    {
        PersonOfSite person = await PersonOfSite.AddAsync(site);
        await using (SqliteConnection other = await ConnectAsync())
        {
            await site.AskAsync((PersonalRows rows) => rows.RemoveAsync(person.Id, null, again: false, CancellationToken.None));
            await ExecuteAsync(other, "BEGIN IMMEDIATE");
            await site.AskAsync(async (ErasedFiles files) =>
            {
                await files.OverwriteAsync();
                return true;
            });
            Assert.Null(await OverwrittenAsync(person));
            await ExecuteAsync(other, "ROLLBACK");
        }

        await site.RunAsync<ApplyRetention>();

        Assert.Empty(await person.LeftInAsync(site));
        Assert.NotNull(await OverwrittenAsync(person));
    }

    [Fact]
    public async Task A_large_file_is_copied_when_no_test_runs_and_after_a_day_at_the_latest()
    {
        PersonOfSite person = await PersonOfSite.AddAsync(site);
        Candidate other = await site.BeginAsync(name: "Bolin");
        await GrowAsync();

        Assert.True(await EraseAsync(person.Id));
        DateTimeOffset? atOnce = await OverwrittenAsync(person);
        await other.Browser.OpenAsync("/take/review");
        await site.AskAsync(async (AttemptService attempts) => await attempts.SubmitAsync(other.Attempt, Guid.CreateVersion7(), Guid.CreateVersion7()));
        await site.RunAsync<ApplyRetention>();

        Assert.Null(atOnce);
        Assert.NotNull(await OverwrittenAsync(person));
        Assert.Empty(await person.LeftInAsync(site));
    }

    private async Task GrowAsync()
    {
        await using SqliteConnection connection = await ConnectAsync();
        await ExecuteAsync(connection, "CREATE TABLE ballast(bytes BLOB); INSERT INTO ballast VALUES (zeroblob(60000000));");
    }

    private Task<bool> EraseAsync(Guid person) => site.AskAsync((ErasureService erasure) => erasure.EraseAsync(person, null, CancellationToken.None));

    private Task<DateTimeOffset?> OverwrittenAsync(PersonOfSite person) =>
        site.ReadAsync(db => db.Candidates.Where(c => c.Id == person.Id).Select(c => c.OverwrittenAt).SingleAsync());

    private async Task<SqliteConnection> ConnectAsync()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder($"Data Source={site.DatabaseFile}") { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
