using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Data;
using EqAssess.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Complaints;

/// <summary>"There were two exams of mine", "I refreshed and everything was gone": one invitation is one attempt, and going on is the way.</summary>
public sealed class TwoRecordsTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_double_click_on_a_slow_Start_makes_two_exams()
    {
        ServerProcess site = await workplace.ServerAsync();
        Invited invited = await workplace.InviteToSampleAsync();
        Device desk = await stage.DeviceAsync(site.Url);
        var link = new LinkPage(desk.Page);

        await link.OpenAsync(invited.Link);
        await link.StartWithADoubleClickAsync();

        await using EqAssessDb db = site.OpenDatabase();
        Assert.Equal(1, await db.Attempts.CountAsync(a => a.InvitationId == invited.Invitation));
    }

    [Fact]
    public async Task Starts_at_the_same_moment_make_several_exams_or_errors()
    {
        ServerProcess site = await workplace.ServerAsync();
        Invited invited = await workplace.InviteToSampleAsync();
        StaffClient[] scripts = [.. Enumerable.Range(0, 8).Select(_ => new StaffClient(site.Url))];

        string?[] led = await Task.WhenAll(scripts.Select(s => s.PostAsync(invited.Link, [])));

        Assert.All(led, place => Assert.Equal("/take", place));
        Array.ForEach(scripts, s => s.Dispose());
        await using EqAssessDb db = site.OpenDatabase();
        Assert.Equal(1, await db.Attempts.CountAsync(a => a.InvitationId == invited.Invitation));
    }

    [Fact]
    public async Task After_a_refresh_everything_is_gone_or_there_are_two_records_of_one_person()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace, Screen.Phone);
        Guid attempt = (await person.AttemptAsync()).Id;
        await person.Scenario.RateAllAsync([2, 4, 1, 3], untilSaved: true);
        await person.Scenario.NextAsync("Scenario 2 of 12");

        for (int i = 0; i < 3; i++)
        {
            await person.Device.Page.ReloadAsync();
            await Assertions.Expect(person.Scenario.Place).ToHaveTextAsync("Scenario 2 of 12");
        }

        person.Device.Expects("401");

        // The cookies are gone, and it is another device: the link goes on where the person was.
        await person.Device.Context.ClearCookiesAsync();
        (_, ScenarioPage elsewhere) = await person.OnAnotherDeviceAsync();
        await Assertions.Expect(elsewhere.Place).ToHaveTextAsync("Scenario 2 of 12");
        await elsewhere.BackAsync("Scenario 1 of 12");
        Assert.Equal([2, 4, 1, 3], await elsewhere.RatingsAsync());
        Assert.Equal(attempt, (await person.AttemptAsync()).Id);
    }

    [Fact]
    public async Task A_session_that_ended_throws_away_what_was_not_sent()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace);
        person.Device.Expects("401");

        // The page that is signed in again first shows its old forgery token.
        person.Device.Expects("400");
        await person.Device.Context.ClearCookiesAsync();

        await person.Scenario.RateAsync(2, 3);
        await Assertions.Expect(person.Scenario.Alert).ToContainTextAsync("Please open your link again");
        await Assertions.Expect(person.Scenario.Alert).ToContainTextAsync("Scenario 1 of 12, Reply 2: Rather effective");
        Assert.Equal([0, 0, 0, 0], await person.HeldAsync());
        IPage tab = await person.Device.OpenTabAsync();
        await new LinkPage(tab).OpenAsync(person.Link);
        ScenarioPage again = await new LinkPage(tab).ContinueAsync();

        await Assertions.Expect(again.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        Assert.Equal([0, 3, 0, 0], await person.HeldAsync());
    }
}
