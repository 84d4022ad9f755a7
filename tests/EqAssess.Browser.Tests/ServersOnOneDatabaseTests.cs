using System.Net;
using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Testing;
using EqAssess.Testing.Load;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Browser.Tests;

/// <summary>Two server processes on one database are one site, whichever of them somebody reaches and whichever of them dies.</summary>
public sealed class ServersOnOneDatabaseTests : IDisposable
{
    private const int Sitting = 12;
    private const int Reminded = 30;
    private const int Kills = 4;

    /// <summary>A reminder to each of some, and to each of the others the message that their test has ended.</summary>
    private const int Messages = Reminded + Sitting;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);
    private readonly HttpClient http = LoadCandidate.NewClient();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_candidate_who_moves_between_servers_in_mid_test_goes_on_where_they_were()
    {
        using LoadedSite site = await LoadedSite.CreateAsync(people: 1, TimeSpan.FromMinutes(30));
        await using ServerProcess first = await ServerProcess.StartAsync(site.Settings);
        await using ServerProcess second = await ServerProcess.StartAsync(site.Settings with { Port = 0 });
        var candidate = new LoadCandidate(http, first.Url, site.Tokens[0]);
        await candidate.OpenLinkAsync();
        candidate.Url = second.Url;
        await candidate.StartAsync();
        await candidate.OpenTestAsync();

        for (int i = 0; i < 8; i++)
        {
            candidate.Url = i % 2 == 0 ? first.Url : second.Url;
            Assert.Equal(HttpStatusCode.OK, await candidate.SaveAsync(Guid.CreateVersion7(), "abcd"[i % 4], (i / 4) + 1));
        }

        candidate.Url = second.Url;
        await candidate.HandInAsync();
        await using EqAssessDb db = site.OpenDatabase();
        await Waiting.UntilAsync("The score", Longest, async () => await db.ScoreRuns.AnyAsync());
        AttemptRow attempt = await db.Attempts.AsNoTracking().SingleAsync();
        AttemptLog log = await LogOfAsync(db, attempt.Id);
        Assert.Null(log.FirstBroken());
        Assert.Equal(8, log.Events.OfType<AttemptEvent.Answered>().Count());
        Assert.Equal("a=2;b=2;c=2;d=2", log.Events.OfType<AttemptEvent.Answered>().Last().Response);
        Assert.False(attempt.TimedOut);
    }

    [Fact]
    public async Task While_servers_are_killed_each_attempt_that_ran_out_is_closed_and_scored_once_and_no_message_goes_out_twice()
    {
        await using SmtpServer mail = await SmtpServer.StartAsync();
        using LoadedSite site = await LoadedSite.CreateAsync(Sitting, TimeSpan.FromSeconds(10));
        await using EqAssessDb db = site.OpenDatabase();
        ServerSettings settings = site.Settings.With(mail).With("Attempts__GraceSeconds", "1");
        ServerProcess[] servers = await Task.WhenAll(ServerProcess.StartAsync(settings), ServerProcess.StartAsync(settings with { Port = SmtpServer.FreePort() }));
        try
        {
            await StartAllAsync(site, servers);
            await DueReminders.AddAsync(db, await db.FormVersions.Select(f => f.Id).SingleAsync(), Reminded);
            await KillInTurnAsync(servers, settings, new Random(11));

            await Waiting.UntilAsync("The end of every attempt with its score", Longest, async () => await db.Attempts.CountAsync(a => a.ClosedAt != null && db.ScoreRuns.Any(r => r.AttemptId == a.Id)) == Sitting);
            await Waiting.UntilAsync("The end of every message", Longest, async () => await db.Messages.CountAsync(m => m.State != MessageState.Due) == Messages);
            await Waiting.UntilAsync("The outcome of every claim whose server lived", Longest, async () => await db.Messages.CountAsync(m => m.State == MessageState.Claimed) <= Kills);
        }
        finally
        {
            await Task.WhenAll(servers.Select(s => s.DisposeAsync().AsTask()));
        }

        await OnceEachAsync(db);
        await AtMostOnceAsync(db, mail);
    }

    private async Task StartAllAsync(LoadedSite site, ServerProcess[] servers)
    {
        for (int i = 0; i < Sitting; i++)
        {
            var candidate = new LoadCandidate(http, servers[i % 2].Url, site.Tokens[i]);
            await candidate.OpenLinkAsync();
            await candidate.StartAsync();
        }
    }

    /// <summary>Now one, now the other, whenever it happens to be; the dead one comes back at once.</summary>
    private static async Task KillInTurnAsync(ServerProcess[] servers, ServerSettings settings, Random random)
    {
        for (int i = 0; i < Kills; i++)
        {
            await Task.Delay(random.Next(0, 2_500));
            int which = random.Next(2);
            ServerProcess killed = servers[which];
            int port = new Uri(killed.Url).Port;
            await killed.KillAsync();
            await killed.DisposeAsync();
            servers[which] = await ServerProcess.StartAsync(settings with { Port = port });
        }
    }

    private static async Task OnceEachAsync(EqAssessDb db)
    {
        foreach (AttemptRow attempt in await db.Attempts.AsNoTracking().ToListAsync())
        {
            AttemptLog log = await LogOfAsync(db, attempt.Id);
            Assert.Null(log.FirstBroken());
            Assert.Single(log.Events.OfType<AttemptEvent.Expired>());
            Assert.True(attempt.TimedOut);
            Assert.Equal(1, await db.ScoreRuns.CountAsync(r => r.AttemptId == attempt.Id));
        }
    }

    /// <summary>A message whose server died in the conversation may have arrived or not; nothing arrives twice, and what is said to be sent has arrived.</summary>
    private static async Task AtMostOnceAsync(EqAssessDb db, SmtpServer mail)
    {
        List<string> arrived = [.. mail.Received().Select(m => m.To)];
        List<MessageRow> messages = await db.Messages.AsNoTracking().ToListAsync();
        Assert.Equal(arrived.Distinct(StringComparer.Ordinal), arrived);
        Assert.Equal(Messages, messages.Count);
        Assert.All(messages, m => Assert.Equal(1, m.Tries));
        Assert.InRange(arrived.Count, messages.Count(m => m.State == MessageState.Sent), Messages);
        Assert.InRange(messages.Count(m => m.State == MessageState.Sent), Messages - Kills, Messages);
    }

    private static async Task<AttemptLog> LogOfAsync(EqAssessDb db, Guid attempt) =>
        new(attempt, await db.AttemptLog.AsNoTracking().Where(e => e.AttemptId == attempt).OrderBy(e => e.Sequence).ToListAsync());
}
