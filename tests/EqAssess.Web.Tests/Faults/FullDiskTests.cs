using System.Diagnostics;
using System.Net;
using System.Text.Json;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Databases;
using EqAssess.Web.Tests.Pages;
using Microsoft.Data.Sqlite;
using Xunit;

namespace EqAssess.Web.Tests.Faults;

/// <summary>The data folder is a file system of a few megabytes that another program fills.</summary>
[OnSqliteOnly]
public sealed class FullDiskTests
{
    private const int People = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task On_a_full_disk_everybody_is_told_nothing_that_was_acknowledged_is_lost_and_with_room_it_goes_on()
    {
        await using SmallDisk disk = await SmallDisk.MountAsync(megabytes: 48);
        await using FaultySite site = await FaultySite.StartAsync(disk.Folder);
        var people = new List<(Browser Browser, Guid Attempt, Shown Page)>();
        for (int i = 0; i < People; i++)
        {
            people.Add(await site.BeginAsync());
        }

        var acknowledged = new List<(Guid Attempt, string Entry)>();
        await TruncateLogAsync(site);
        await SaveAllAsync(people, acknowledged);
        disk.Fill();
        (FilledForm form, Guid attempt, Browser browser, string problem) = await SaveUntilRefusedAsync(people, acknowledged);
        Assert.Equal(503, JsonDocument.Parse(problem).RootElement.GetProperty("status").GetInt32());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.AskAsync(HttpMethod.Get, "/health")).StatusCode);
        Shown unsaved = await form.PressAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unsaved.Status);

        disk.MakeRoom();
        await Waiting.UntilAsync("A save on a disk with room", Longest, async () =>
            (await browser.PostAsScriptAsync("/take/save", form.Fields)).StatusCode == HttpStatusCode.OK);

        acknowledged.Add((attempt, form["entry"]));
        foreach (IGrouping<Guid, string> person in acknowledged.GroupBy(a => a.Attempt, a => a.Entry))
        {
            var log = new AttemptLog(person.Key, await site.LogOfAsync(person.Key));
            Assert.Null(log.FirstBroken());
            Assert.All(person, entry => Assert.Single(log.Entries, e => e.EntryId == Guid.Parse(entry)));
        }
    }

    private static async Task SaveAllAsync(List<(Browser Browser, Guid Attempt, Shown Page)> people, List<(Guid Attempt, string Entry)> acknowledged)
    {
        foreach ((Browser browser, Guid attempt, Shown page) in people)
        {
            FilledForm form = page.Form("Next").Rate("a", 2).With("entry", $"{Guid.CreateVersion7()}");
            HttpResponseMessage answer = await browser.PostAsScriptAsync("/take/save", form.Fields);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            acknowledged.Add((attempt, form["entry"]));
        }
    }

    /// <summary>The write-ahead log may have room of its own for a while.</summary>
    private static async Task<(FilledForm Form, Guid Attempt, Browser Browser, string Problem)> SaveUntilRefusedAsync(
        List<(Browser Browser, Guid Attempt, Shown Page)> people, List<(Guid Attempt, string Entry)> acknowledged)
    {
        for (int i = 0; i < 400; i++)
        {
            (Browser browser, Guid attempt, Shown page) = people[i % People];
            FilledForm form = page.Form("Next").Rate("b", 1 + (i % 4)).With("entry", $"{Guid.CreateVersion7()}");
            HttpResponseMessage answer = await browser.PostAsScriptAsync("/take/save", form.Fields);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                return (form, attempt, browser, await answer.Content.ReadAsStringAsync());
            }

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            acknowledged.Add((attempt, form["entry"]));
        }

        throw new InvalidOperationException("The disk did not fill.");
    }

    private static async Task TruncateLogAsync(FaultySite site)
    {
        await using var connection = new SqliteConnection($"Data Source={site.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A file system in memory. Mounting takes root: elsewhere the test is skipped by name.</summary>
    private sealed class SmallDisk : IAsyncDisposable
    {
        private SmallDisk(string folder) => Folder = folder;

        public string Folder { get; }

        private string Filler => Path.Combine(Folder, "filler");

        public static async Task<SmallDisk> MountAsync(int megabytes)
        {
            string folder = Directory.CreateTempSubdirectory("eqassess-disk-").FullName;
            if (Environment.UserName != "root" || await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder) != 0)
            {
                Directory.Delete(folder);
                Assert.Skip("A file system of its own cannot be mounted here (root and CAP_SYS_ADMIN)");
            }

            return new SmallDisk(folder);
        }

        public void Fill()
        {
            using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            byte[] block = new byte[4096];
            try
            {
                while (true)
                {
                    file.Write(block);
                }
            }
            catch (IOException)
            {
                // Full.
            }
        }

        public void MakeRoom() => File.Delete(Filler);

        public async ValueTask DisposeAsync()
        {
            // Lazily: the pool of this process may hold the database open.
            SqliteConnection.ClearAllPools();
            await RunAsync("umount", "-l", Folder);
            Directory.Delete(Folder);
        }

        private static async Task<int> RunAsync(string program, params string[] arguments)
        {
            using Process process = Process.Start(program, arguments);
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
    }
}
