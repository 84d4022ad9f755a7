using System.Diagnostics;
using System.Net;
using System.Text.Json;
using EqAssess.Data.Tables;
using EqAssess.Testing.Databases;
using EqAssess.Web.Tests.Pages;
using Microsoft.Data.Sqlite;
using Xunit;

namespace EqAssess.Web.Tests.Faults;

/// <summary>Another program holds the database for 20 seconds, as a careless backup does.</summary>
[OnSqliteOnly]
public sealed class LockedDatabaseTests
{
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Saves_wait_then_say_that_they_failed_and_when_tried_again_are_there_once_and_the_time_is_back()
    {
        await using FaultySite site = await FaultySite.StartAsync(beat: 5, outage: 15);
        (Browser scripted, Guid first, Shown scriptedPage) = await site.BeginAsync();
        (_, Guid second, Shown plainPage) = await site.BeginAsync();
        FilledForm choice = scriptedPage.Form("Next").RateAll(3);

        Task held = HoldAsync(site);
        Task<List<(HttpStatusCode Status, TimeSpan Took, string Body)>> script = RetryAsync(scripted, choice);
        Shown unsaved = await plainPage.Form("Next").RateAll(2).PressAsync();
        Shown saved = await PressUntilSavedAsync(unsaved);
        await held;

        List<(HttpStatusCode Status, TimeSpan Took, string Body)> tries = await script;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, tries[0].Status);
        Assert.All(tries, t => Assert.True(t.Took < TimeSpan.FromSeconds(25), $"{t.Took}"));
        Assert.Equal(503, JsonDocument.Parse(tries[0].Body).RootElement.GetProperty("status").GetInt32());
        Assert.Equal(HttpStatusCode.OK, tries[^1].Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unsaved.Status);
        Assert.Contains("Your choices were not saved just now", unsaved.Words);
        Assert.Equal(["2", "2", "2", "2"], unsaved.Chosen.Values);
        Assert.Equal("/take/2", saved.Address);
        Assert.Equal("a=3;b=3;c=3;d=3", Assert.Single(Answers(await site.LogOfAsync(first))));
        Assert.Equal("a=2;b=2;c=2;d=2", Assert.Single(Answers(await site.LogOfAsync(second))));
        Assert.Contains(await site.LogOfAsync(first), e => e.Kind == "TimeExtended");
    }

    private static async Task HoldAsync(FaultySite site)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder($"Data Source={site.DatabaseFile}") { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, "BEGIN IMMEDIATE");
        await Task.Delay(Held);
        await ExecuteAsync(connection, "ROLLBACK");
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>As the page's script does: the same post under the same id until it is acknowledged.</summary>
    private static async Task<List<(HttpStatusCode Status, TimeSpan Took, string Body)>> RetryAsync(Browser browser, FilledForm choice)
    {
        var tries = new List<(HttpStatusCode, TimeSpan, string)>();
        HttpResponseMessage answer;
        do
        {
            long start = Stopwatch.GetTimestamp();
            answer = await browser.PostAsScriptAsync("/take/save", choice.Fields);
            tries.Add((answer.StatusCode, Stopwatch.GetElapsedTime(start), await answer.Content.ReadAsStringAsync()));
            await Task.Delay(500);
        }
        while (answer.StatusCode == HttpStatusCode.ServiceUnavailable && tries.Count < 60);
        return tries;
    }

    private static async Task<Shown> PressUntilSavedAsync(Shown page)
    {
        for (int i = 0; i < 60 && page.Status == HttpStatusCode.ServiceUnavailable; i++)
        {
            // However long it takes, also when the time has become an outage: the choices stay on the page.
            Assert.Equal(["2", "2", "2", "2"], page.Chosen.Values);
            page = await page.Form("Next").PressAsync();
        }

        return page;
    }

    private static IEnumerable<string> Answers(IReadOnlyList<AttemptLogEntry> log) =>
        log.Where(e => e.Kind == "Answered").Select(e => JsonDocument.Parse(e.Payload).RootElement.GetProperty("Response").GetString()!);
}
