using System.Text.RegularExpressions;
using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Data;
using EqAssess.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Complaints;

/// <summary>"She swears that she handed in, and there is no trace": a receipt that she keeps, and that anybody can check.</summary>
public sealed partial class NoTraceTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Somebody_swears_to_have_handed_in_and_there_is_no_trace()
    {
        TestTaker person = await TestTaker.StartAsync(stage, workplace, Screen.Phone);
        await person.Scenario.RateAllAsync([1, 2, 3, 4], untilSaved: true);
        await person.Scenario.PressAsync("Overview of scenarios");
        await (await ReviewPage.OpenedAsync(person.Device.Page)).HandInAsync();
        ILocator end = person.Device.Page.GetByRole(AriaRole.Main);
        string code = await end.Locator(".receipt").InnerTextAsync();
        string digest = Digest().Match(await end.InnerTextAsync()).Value;
        string mail = await ReceiptMailAsync(code);

        // Whoever doubts it has neither an account nor the link.
        Device doubter = await stage.DeviceAsync((await workplace.ServerAsync()).Url);
        string genuine = await CheckAsync(doubter, code, digest);
        string changed = await CheckAsync(doubter, code, new string('0', 64));
        string unknown = await CheckAsync(doubter, "EQ-2222-2222-2222-2222", "");

        Assert.Contains(digest, mail, StringComparison.Ordinal);
        Assert.Contains("This receipt is genuine", genuine, StringComparison.Ordinal);
        Assert.Matches("Choices or answers received\\s+4\\b", genuine);
        Assert.Contains("Handed in", genuine, StringComparison.Ordinal);
        Assert.DoesNotContain("Person", genuine, StringComparison.Ordinal);
        Assert.Contains("This receipt does not match", changed, StringComparison.Ordinal);
        Assert.Contains("We know no receipt with this code", unknown, StringComparison.Ordinal);
    }

    private static async Task<string> CheckAsync(Device device, string code, string digest)
    {
        await device.Page.GotoAsync("/receipts");
        await device.Page.GetByLabel("Receipt code").FillAsync(code);
        await device.Page.GetByLabel("Digest on the receipt (may stay empty)").FillAsync(digest);
        await device.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Check" }).ClickAsync();
        await device.Page.GetByRole(AriaRole.Status).WaitForAsync();
        return await device.Page.GetByRole(AriaRole.Status).InnerTextAsync();
    }

    private async Task<string> ReceiptMailAsync(string code)
    {
        await using EqAssessDb db = (await workplace.ServerAsync()).OpenDatabase();
        return await Waiting.ForAsync(
            "The message with the receipt", TimeSpan.FromSeconds(60), () => db.KeptMessages.Where(m => m.Body.Contains(code)).Select(m => m.Body).FirstOrDefaultAsync());
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();
}
