using System.Text.Json;
using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Testing;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests;

/// <summary>A test is taken on a phone in a train: what its pages weigh on the wire, headers included, compressed as in production.</summary>
public sealed class BudgetTests(Chromium chromium) : IAsyncDisposable
{
    private const int Journey = 100 * 1024;
    private const int NextScenario = 15 * 1024;
    private const int Scripts = 12 * 1024;
    private readonly Stage stage = new(chromium);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-budget-");

    public async ValueTask DisposeAsync()
    {
        await stage.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_pages_of_a_test_are_light_and_come_from_one_place()
    {
        // Static files as they are when published, compressed and with their lifetime, not as a developer edits them.
        await using ServerProcess site = await ServerProcess.StartAsync(new ServerSettings { DataFolder = folder.FullName }
            .With("ReloadStaticAssetsAtRuntime", "false").With("EnableStaticAssetsDevelopmentCaching", "true"));
        Device phone = await stage.DeviceAsync(site.Url, Screen.Phone);
        var traffic = await Traffic.OfAsync(phone.Page);
        var link = new LinkPage(phone.Page);

        await link.OpenAsync(site.SampleLink);
        await link.PractiseAsync();
        ScenarioPage scenario = await link.StartAsync();
        await scenario.RateAllAsync([1, 2, 3, 4], untilSaved: true);
        int first = traffic.Bytes;
        await scenario.NextAsync("Scenario 2 of 12");
        await scenario.RateAllAsync([1, 2, 3, 4], untilSaved: true);
        int next = traffic.Bytes - first;
        await scenario.PressAsync("Overview of scenarios");
        await (await ReviewPage.OpenedAsync(phone.Page)).HandInAsync();

        TestContext.Current.SendDiagnosticMessage($"Journey {traffic.Bytes}, next scenario {next}, scripts {traffic.ScriptBytes} bytes.");
        Assert.InRange(traffic.Bytes, 1, Journey);
        Assert.InRange(next, 1, NextScenario);
        Assert.InRange(traffic.ScriptBytes, 1, Scripts);
        Assert.Equal([new Uri(site.Url).Authority], traffic.Hosts);
    }

    /// <summary>What a page loads, as the browser's own network log counts it.</summary>
    private sealed class Traffic
    {
        private readonly Dictionary<string, (string Address, bool Script)> requests = [];
        private readonly Dictionary<string, int> headers = [];
        private readonly Dictionary<string, int> scripts = [];

        public int Bytes { get; private set; }

        /// <summary>The compressed scripts themselves, each once.</summary>
        public int ScriptBytes => scripts.Values.Sum();

        public SortedSet<string> Hosts { get; } = new(StringComparer.Ordinal);

        public static async Task<Traffic> OfAsync(IPage page)
        {
            var traffic = new Traffic();
            ICDPSession session = await page.Context.NewCDPSessionAsync(page);
            session.Event("Network.requestWillBeSent").OnEvent += (_, e) => traffic.Sent(e!.Value);
            session.Event("Network.responseReceived").OnEvent += (_, e) => traffic.Answered(e!.Value);
            session.Event("Network.loadingFinished").OnEvent += (_, e) => traffic.Finished(e!.Value);
            await session.SendAsync("Network.enable");
            return traffic;
        }

        private void Sent(JsonElement e)
        {
            string address = e.GetProperty("request").GetProperty("url").GetString()!;
            if (address.StartsWith("data:", StringComparison.Ordinal))
            {
                return;
            }

            Hosts.Add(new Uri(address).Authority);
            requests[e.GetProperty("requestId").GetString()!] = (address, e.TryGetProperty("type", out JsonElement type) && type.GetString() == "Script");
        }

        private void Answered(JsonElement e) =>
            headers[e.GetProperty("requestId").GetString()!] = (int)e.GetProperty("response").GetProperty("encodedDataLength").GetDouble();

        private void Finished(JsonElement e)
        {
            string id = e.GetProperty("requestId").GetString()!;
            if (!requests.TryGetValue(id, out (string Address, bool Script) request))
            {
                return;
            }

            int bytes = (int)e.GetProperty("encodedDataLength").GetDouble();
            Bytes += bytes;
            if (request.Script)
            {
                scripts[request.Address] = Math.Max(scripts.GetValueOrDefault(request.Address), bytes - headers.GetValueOrDefault(id));
            }
        }
    }
}
