using System.Globalization;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>Somebody in the middle of a test, with one device or more, and what the server holds of them.</summary>
public sealed class TestTaker(Stage stage, ServerProcess site, Invited invited)
{
    /// <summary>Names of the replies of the first scenario, in the order in which this form shows them.</summary>
    private IReadOnlyList<string> replies = [];

    public string Link => invited.Link;

    public Device Device { get; private set; } = null!;

    /// <summary>The scenario on <see cref="Device"/>.</summary>
    public ScenarioPage Scenario { get; private set; } = null!;

    /// <summary>Opens the link of the sample form (12 scenarios, 30 minutes) and starts.</summary>
    public static async Task<TestTaker> StartAsync(Stage stage, Workplace workplace, Screen? screen = null) =>
        await StartAsync(stage, await workplace.ServerAsync(), await workplace.InviteToSampleAsync(), screen);

    public static async Task<TestTaker> StartAsync(Stage stage, ServerProcess site, Invited invited, Screen? screen = null)
    {
        Device device = await stage.DeviceAsync(site.Url, screen);
        await new LinkPage(device.Page).OpenAsync(invited.Link);
        return await OfAsync(stage, site, invited, device, await new LinkPage(device.Page).StartAsync());
    }

    /// <summary>Somebody who has started already.</summary>
    public static async Task<TestTaker> OfAsync(Stage stage, ServerProcess site, Invited invited, Device device, ScenarioPage scenario) =>
        new(stage, site, invited) { Device = device, Scenario = scenario, replies = await scenario.ReplyNamesAsync() };

    /// <summary>Goes on with the same test on one more device.</summary>
    public async Task<(Device Device, ScenarioPage Scenario)> OnAnotherDeviceAsync()
    {
        Device other = await stage.DeviceAsync(site.Url);
        await new LinkPage(other.Page).OpenAsync(invited.Link);
        return (other, await new LinkPage(other.Page).ContinueAsync());
    }

    /// <summary>One more tab of the same browser, at the same place.</summary>
    public async Task<(IPage Tab, ScenarioPage Scenario)> InAnotherTabAsync(string path = "/take/1")
    {
        IPage tab = await Device.OpenTabAsync();
        await tab.GotoAsync(path);
        return (tab, await ScenarioPage.OpenedAsync(tab));
    }

    /// <summary>When the clock on the screen will come to its end.</summary>
    public async Task<DateTimeOffset> ShownDeadlineAsync()
    {
        string[] shown = (await Scenario.Clock.InnerTextAsync()).Split(':');
        return TimeProvider.System.GetUtcNow()
            + TimeSpan.FromMinutes(int.Parse(shown[0], CultureInfo.InvariantCulture)) + TimeSpan.FromSeconds(int.Parse(shown[1], CultureInfo.InvariantCulture));
    }

    public async Task<AttemptRow> AttemptAsync()
    {
        await using EqAssessDb db = site.OpenDatabase();
        return await db.Attempts.AsNoTracking().SingleAsync(a => a.InvitationId == invited.Invitation);
    }

    /// <summary>The whole log as it stands in the server's database.</summary>
    public async Task<AttemptLog> LogAsync()
    {
        Guid attempt = (await AttemptAsync()).Id;
        await using EqAssessDb db = site.OpenDatabase();
        return new AttemptLog(attempt, await db.AttemptLog.AsNoTracking().Where(e => e.AttemptId == attempt).OrderBy(e => e.Sequence).ToListAsync());
    }

    /// <summary>Ratings that the server holds of the scenario at which the test began, in the order of the page; 0 for none.</summary>
    public async Task<IReadOnlyList<int>> HeldAsync()
    {
        AttemptLog log = await LogAsync();
        Guid item = log.Events.OfType<AttemptEvent.Presented>().First().Item;
        string response = log.State.ResponsesTo([item]).Items[0].Response ?? "";
        Dictionary<string, int> held = response.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=')).ToDictionary(p => $"choice.{p[0]}", p => int.Parse(p[1], CultureInfo.InvariantCulture));
        return [.. replies.Select(reply => held.GetValueOrDefault(reply))];
    }

    /// <summary>What another process does that shares the database: it grants this person something in the middle of the test.</summary>
    public async Task GrantAsync(Func<DateTimeOffset, AttemptEvent> grant)
    {
        AttemptRow row = await AttemptAsync();
        AttemptHead head = (await LogAsync()).Entries.Aggregate(AttemptHead.Before(row), (h, entry) => h.After(entry));
        DateTimeOffset now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        await using EqAssessDb db = site.OpenDatabase();
        AttemptAppend.To(head).With(grant(now), Guid.CreateVersion7(), Guid.CreateVersion7(), now).StageIn(db);
        await db.SaveChangesAsync();
    }

    /// <summary>How often an answer stands in the log.</summary>
    public async Task<int> AnswersAsync() => (await LogAsync()).Events.OfType<AttemptEvent.Answered>().Count();
}
