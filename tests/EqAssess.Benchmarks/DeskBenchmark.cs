using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using EqAssess.Data;
using EqAssess.Testing;
using EqAssess.Testing.Load;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Benchmarks;

/// <summary>
/// A recruiter looks through a campaign of many people: the list in several ways, and eight of them side by side. The built site in a
/// process of its own, SQLite, one request after the other; first alone in the database, then with ninety-nine other campaigns.
/// </summary>
internal static partial class DeskBenchmark
{
    private const int Others = 99;
    private const int PeopleOfOthers = 300;
    private const int Requests = 60;
    private const int Unmeasured = 5;

    public static async Task RunAsync(int people, TextWriter output)
    {
        using LoadedSite site = await LoadedSite.CreateAsync(1, TimeSpan.FromMinutes(40));
        Guid campaign;
        await using (EqAssessDb db = site.OpenDatabase())
        {
            var load = new DeskLoad(db);
            await load.AddRecruiterAsync();
            campaign = await load.AddCampaignAsync(people);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{people} people in the campaign. Times in ms, {Requests} requests each, {Environment.ProcessorCount} processors.\n"));
            await output.WriteLineAsync("| | request | p50 | p95 | p99 | longest | target |\n|---|---|--:|--:|--:|--:|---|");
        }

        await MeasureAsync(site, campaign, "alone", output);
        await using (EqAssessDb db = site.OpenDatabase())
        {
            var load = new DeskLoad(db) { First = people };
            for (int i = 0; i < Others; i++)
            {
                await load.AddCampaignAsync(PeopleOfOthers);
            }
        }

        await MeasureAsync(site, campaign, $"with {Others} others", output);
    }

    private static async Task MeasureAsync(LoadedSite site, Guid campaign, string when, TextWriter output)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(site.Settings);
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(server.Url) };
        await SignInAsync(http);
        foreach ((string name, string path, double target) in await PathsAsync(site, campaign))
        {
            var times = new List<double>();
            for (int i = -Unmeasured; i < Requests; i++)
            {
                long from = Stopwatch.GetTimestamp();
                using HttpResponseMessage answer = await http.GetAsync(path);
                await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode != HttpStatusCode.OK || answer.RequestMessage!.RequestUri!.AbsolutePath != path.Split('?')[0])
                {
                    throw new InvalidOperationException($"{path} was answered with {answer.StatusCode} at {answer.RequestMessage?.RequestUri}.");
                }

                if (i >= 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                }
            }

            Latencies latencies = Latencies.Of(times);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"| {when} | {name} | {latencies.Cells()} | p95 under {target:0}: {(latencies.At(0.95) < target ? "yes" : "no")} |"));
        }
    }

    private static async Task<IReadOnlyList<(string Name, string Path, double Target)>> PathsAsync(LoadedSite site, Guid campaign)
    {
        await using EqAssessDb db = site.OpenDatabase();
        List<Guid> eight = await db.Invitations.Where(i => i.CampaignId == campaign).OrderBy(i => i.Id).Select(i => i.Id).Take(8).ToListAsync();
        Guid selected = await db.Attempts.Where(a => a.InvitationId == eight[0]).Select(a => a.Id).SingleAsync();
        string list = $"/campaigns/{campaign}/results";
        return
        [
            ("list", list, 150),
            ("list, a row selected", $"{list}?with={selected}", 150),
            ("list, a late page", $"{list}?filter.sheet=150", 150),
            ("list, undecided first", $"{list}?filter.order=Undecided", 150),
            ("list, by name", $"{list}?filter.order=Name", 150),
            ("list, undecided and asking", $"{list}?filter.decision=Open&filter.flag=Request", 150),
            ("list, a name", $"{list}?filter.words=person%2070", 150),
            ("list, a code", $"{list}?filter.words={CandidateCode.Of(eight[3])}", 150),
            ("comparison of eight", $"/campaigns/{campaign}/compare?{string.Join('&', eight.Select(i => $"c={i}"))}", 100),
        ];
    }

    private static async Task SignInAsync(HttpClient http)
    {
        string token = WebUtility.HtmlDecode(Token().Match(await http.GetStringAsync("/account/sign-in")).Groups["token"].Value);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["email"] = DeskLoad.Email, ["password"] = DeskLoad.Password, ["forgeryToken"] = token,
        });
        using HttpResponseMessage answer = await http.PostAsync("/account/sign-in", form);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("name=\"forgeryToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
