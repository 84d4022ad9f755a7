using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Databases;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Browser.Tests;

/// <summary>Two server processes on one database do each piece of work once.</summary>
public sealed class TwoServersTests : IDisposable
{
    private const int People = 40;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-two-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Two_servers_on_one_database_send_each_reminder_once_and_score_each_attempt_once()
    {
        await using SmtpServer mail = await SmtpServer.StartAsync();
        await FillAsync();
        ServerSettings settings = new ServerSettings { DataFolder = folder.FullName }.With(mail);
        await using EqAssessDb db = ServerProcess.OpenDatabase(folder.FullName);
        int finished = await db.Attempts.CountAsync(a => a.ClosedAt != null);
        Assert.Equal(0, await db.ScoreRuns.CountAsync());

        ServerProcess[] servers = await Task.WhenAll(ServerProcess.StartAsync(settings), ServerProcess.StartAsync(settings));
        await using ServerProcess first = servers[0];
        await using ServerProcess second = servers[1];

        await Waiting.UntilAsync("Every reminder", Longest, async () => await db.Messages.CountAsync(m => m.State == MessageState.Sent) == People);
        await Waiting.UntilAsync("Every score", Longest, async () => await db.ScoreRuns.CountAsync() >= finished);
        await first.DisposeAsync();
        await second.DisposeAsync();
        List<MessageRow> messages = await db.Messages.AsNoTracking().ToListAsync();
        Assert.Equal(People, messages.Count);
        Assert.All(messages, m => Assert.Equal((MessageKind.Reminder, 24, 1), (m.Kind, m.Slot, m.Tries)));
        Assert.Equal(People, mail.Received().Select(m => m.To).Distinct().Count());
        Assert.Equal(People, mail.Received().Count);
        Assert.Equal(finished, await db.ScoreRuns.CountAsync());
        Assert.Equal(finished, await db.ScoreRuns.Select(r => r.AttemptId).Distinct().CountAsync());
        Assert.DoesNotContain("fail:", first.Output + second.Output, StringComparison.Ordinal);
    }

    /// <summary>
    /// A demonstration whose closed attempts nobody has scored, and a campaign that closes in 20 hours, to which people were invited
    /// three days ago: made by the site's own services, in a host whose jobs never start.
    /// </summary>
    private async Task FillAsync()
    {
        await FolderDatabase.Of(folder.FullName).EnsureAsync();
        WebApplicationBuilder builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = BuiltSite.Folder, EnvironmentName = Environments.Development });
        builder.Configuration["EQASSESS_DATA"] = folder.FullName;
        builder.Configuration["Site:QuestionBanks"] = BuiltSite.QuestionBanks;
        builder.Configuration.AddInMemoryCollection(FolderDatabase.Of(folder.FullName).Settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.AddEqAssess();
        await using WebApplication host = builder.Build();
        await host.PrepareAsync();
        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        EqAssessDb db = scope.ServiceProvider.GetRequiredService<EqAssessDb>();
        await DueReminders.AddAsync(db, await db.FormVersions.Select(f => f.Id).SingleAsync(), People);
    }
}
