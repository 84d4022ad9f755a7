using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Testing;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests;

/// <summary>Two colleagues at work on a bank: one writes, the other reviews, and a form can be made of it.</summary>
public sealed class ItemWorkTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private const string Bank = "Contact-centre empathy";
    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task An_item_is_written_reviewed_by_somebody_else_published_and_put_into_a_form()
    {
        (IPage hana, ItemPages write) = await AtWorkAsync(Workplace.HrAdmin);
        await new FormPages(hana).OpenBankAsync(Bank);
        await write.BeginAsync("The shelf with two left sides");
        await WriteAsync(write);
        await write.SavedAsync();
        await Assertions.Expect(write.Preview).ToContainTextAsync("The box holds two left sides.");
        await Assertions.Expect(write.Preview.GetByRole(AriaRole.Radio)).ToHaveCountAsync(16);
        await Assertions.Expect(write.Checks.GetByText("error", new LocatorGetByTextOptions { Exact = true })).ToHaveCountAsync(0);
        await Pictures.TakeAsync(hana, "editor");
        await write.PressAsync("Save and send to review");
        await Assertions.Expect(write.Main).ToContainTextAsync("You wrote in this version, so somebody else has to approve it.");
        await Assertions.Expect(hana.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Approve", Exact = true })).ToHaveCountAsync(0);

        (IPage pia, ItemPages review) = await AtWorkAsync(Workplace.Psychologist);
        await new FormPages(pia).OpenBankAsync(Bank);
        await Assertions.Expect(review.Main).ToContainTextAsync("Waiting for your review: 1");
        await review.FollowAsync("The shelf with two left sides");
        await review.FillAsync("Add a comment", "The third reply could be warmer. It can stay.");
        await review.PressAsync("Add");
        await Assertions.Expect(review.Main).ToContainTextAsync("Pia, psychologist");
        await review.PressAsync("Approve");
        await new FormPages(pia).OpenBankAsync(Bank);
        await review.PressAsync("Publish what is ticked");
        await Assertions.Expect(review.Main).ToContainTextAsync("1 published, with the new key desk-1.");

        var forms = new FormPages(pia);
        await forms.StartFormAsync("With the new shelf", ofEachDomain: 3);
        await pia.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { NameRegex = new("The shelf with two left sides") }).CheckAsync();
        await forms.PublishAsync(minutes: 60);
        await Assertions.Expect(forms.Heading).ToContainTextAsync("With the new shelf");
        await Assertions.Expect(forms.Main).ToContainTextAsync("The shelf with two left sides");
        await Assertions.Expect(forms.Main).ToContainTextAsync("desk-1");
    }

    [Fact]
    public async Task Two_people_who_edit_one_item_see_each_other_and_lose_nothing()
    {
        (IPage hana, ItemPages first) = await AtWorkAsync(Workplace.HrAdmin, complaint: "409");
        await new FormPages(hana).OpenBankAsync(Bank);
        await first.BeginAsync("A draft of two");
        await first.FillAsync("Situation", "Hana begins.");
        await first.SavedAsync();
        (IPage pia, ItemPages second) = await AtWorkAsync(Workplace.Psychologist);
        await pia.GotoAsync(hana.Url);
        await Assertions.Expect(second.Others).ToContainTextAsync("Hana, HR admin");

        await second.FillAsync("Situation", "Pia goes on.");
        await second.SavedAsync();
        await first.FillAsync("Situation", "Hana goes on.");
        await Assertions.Expect(first.Conflict).ToContainTextAsync("Pia, psychologist saved this draft");
        await Assertions.Expect(hana.GetByLabel("Situation")).ToHaveValueAsync("Hana goes on.");
        await first.PressAsync("Save mine over it");
        await first.SavedAsync();

        await hana.GotoAsync(hana.Url.Replace("/edit", "/history", StringComparison.Ordinal));
        ILocator copies = hana.GetByLabel("Compare version 1 with");
        await copies.SelectOptionAsync(new SelectOptionValue { Label = await copies.Locator("option", new LocatorLocatorOptions { HasText = "Pia, psychologist" }).First.InnerTextAsync() });
        await first.PressAsync("Compare");
        await Assertions.Expect(first.Main.Locator("del")).ToContainTextAsync("Pia");
        await Assertions.Expect(first.Main.Locator("ins")).ToContainTextAsync("Hana");
    }

    [Fact]
    public async Task Without_JavaScript_a_draft_is_written_too_and_the_checks_say_what_lacks()
    {
        (IPage hana, ItemPages write) = await AtWorkAsync(Workplace.HrAdmin, script: false);
        await new FormPages(hana).OpenBankAsync(Bank);
        await write.BeginAsync("Written by hand");
        await write.FillAsync("Situation", "Somebody calls, and the line is silent.");
        await write.PressAsync("Save the draft");
        await Assertions.Expect(write.State).ToContainTextAsync("Saved");
        await Assertions.Expect(write.Preview).ToContainTextAsync("Somebody calls, and the line is silent.");

        await write.PressAsync("Save and send to review");

        await Assertions.Expect(hana.GetByRole(AriaRole.Alert)).ToContainTextAsync("the checks find");
        await Assertions.Expect(write.Checks).ToContainTextAsync("rate-each needs 4 options");
    }

    private static async Task WriteAsync(ItemPages write)
    {
        await write.ChooseAsync("Facet", "Asking open questions");
        await write.FillAsync("Situation", "You answer calls for a shop that sells furniture. A customer has spent the evening putting up a shelf for her daughter's room. She has sent two e-mails already.");
        await write.FillAsync("Who speaks or writes", "Noor Haddad, customer");
        await write.FillAsync("Their words", "The box holds two left sides. I have read your instructions three times, and I really thought that it was me.");
        await write.OptionAsync("a", "It is not you. Which number is printed on the two sides?", 4, "P05");
        await write.OptionAsync("b", "Why did you not check the parts before you began?", 1, "P06");
        await write.OptionAsync("c", "A new side is on its way, and you will have it on Friday.", 3, "P20");
        await write.OptionAsync("d", "I am so sorry. That must have been an awful evening for you.", 2, "P18");
        await write.FillAsync("Hangs on contested principles", "P18");
    }

    private async Task<(IPage Page, ItemPages Items)> AtWorkAsync(string account, bool script = true, string? complaint = null)
    {
        ServerProcess site = await workplace.ServerAsync();
        Device device = await stage.DeviceAsync(site.Url, script: script);
        if (complaint is not null)
        {
            device.Expects(complaint);
        }

        await new SignInPage(device.Page).SignInAsync(account, site.PasswordOf(account));
        return (device.Page, new ItemPages(device.Page));
    }
}
