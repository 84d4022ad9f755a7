using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Account;

public sealed class SetUpTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_invited_colleague_comes_in_with_the_invited_address_and_roles_and_no_other()
    {
        string token = await InviteAsync(Roles.Auditor, Roles.Psychologist);
        Shown page = await site.NewBrowser().OpenAsync($"/account/set-up/{token}");

        Shown after = await page.Form("Create the account").Fill("Your name", "Eira Pritchard").Fill("Password", "seven grey herons wait")
            .With("email", "intruder@elsewhere.example").With("roles", "Administrator").PressAsync();

        StaffMember made = await site.ReadAsync(db => db.Users.SingleAsync(u => u.DisplayName == "Eira Pritchard"));
        List<string?> roles = await site.ReadAsync(db => (
            from link in db.UserRoles join role in db.Roles on link.RoleId equals role.Id where link.UserId == made.Id orderby role.Name select role.Name).ToListAsync());
        Assert.Equal("Welcome to EqAssess", page.Heading);
        Assert.Equal("/account/sign-in", after.Address);
        Assert.Equal("eira@staff.example.test", made.Email);
        Assert.Equal(["Auditor", "Psychologist"], roles);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        string token = await InviteAsync(Roles.Auditor);
        Shown page = await site.NewBrowser().OpenAsync($"/account/set-up/{token}");
        FilledForm form = page.Form("Create the account").Fill("Password", "seven grey herons wait");

        Shown first = await form.PressAsync();
        Shown again = await form.PressAsync();
        Shown opened = await site.NewBrowser().OpenAsync($"/account/set-up/{token}");

        Assert.Equal("Sign in", first.Heading);
        Assert.Equal((HttpStatusCode.NotFound, "This link does not work any more"), (again.Status, again.Heading));
        Assert.Equal("This link does not work any more", opened.Heading);
        Assert.Equal(1, await site.ReadAsync(db => db.Users.CountAsync(u => u.Email == "eira@staff.example.test")));
    }

    [Fact]
    public async Task A_link_works_for_three_days()
    {
        string token = await InviteAsync(Roles.Auditor);

        site.Time.Advance(TimeSpan.FromDays(3) - TimeSpan.FromMilliseconds(1));
        Shown inTime = await site.NewBrowser().OpenAsync($"/account/set-up/{token}");
        site.Time.Advance(TimeSpan.FromMilliseconds(1));
        Shown late = await inTime.Form("Create the account").Fill("Password", "seven grey herons wait").PressAsync();

        Assert.Equal(HttpStatusCode.OK, inTime.Status);
        Assert.Equal((HttpStatusCode.NotFound, "This link does not work any more"), (late.Status, late.Heading));
    }

    [Fact]
    public async Task Opening_a_link_fifty_times_uses_nothing_up()
    {
        string token = await InviteAsync(Roles.Auditor);
        IReadOnlyDictionary<string, string> before = await site.DigestsAsync();

        for (int i = 0; i < 50; i++)
        {
            await site.NewBrowser().AskAsync(i % 2 == 0 ? HttpMethod.Get : HttpMethod.Head, $"/account/set-up/{token}");
        }

        Assert.Equal(before, await site.DigestsAsync());
    }

    [Theory]
    [InlineData("elevenchars", "The password needs at least 12 characters.")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "The password needs at least five different characters.")]
    [InlineData("", "The password needs at least 12 characters.")]
    public async Task A_weak_password_is_refused_with_words_and_leaves_the_link_as_it_was(string password, string words)
    {
        string token = await InviteAsync(Roles.Auditor);
        Shown page = await site.NewBrowser().OpenAsync($"/account/set-up/{token}");

        Shown refused = await page.Form("Create the account").Fill("Password", password).PressAsync();
        Shown accepted = await refused.Form("Create the account").Fill("Password", "seven grey herons wait").PressAsync();

        Assert.Contains(("password", words), refused.Problems);
        Assert.Equal("Sign in", accepted.Heading);
    }

    [Theory]
    [InlineData("", "displayName", "Say your name: colleagues see it.")]
    [InlineData("   ", "displayName", "Say your name: colleagues see it.")]
    [InlineData("A\u0007bell", "displayName", "At most 200 characters, in one line.")]
    public async Task A_name_that_cannot_be_shown_is_refused_with_words(string name, string field, string words)
    {
        Shown page = await site.NewBrowser().OpenAsync($"/account/set-up/{await InviteAsync(Roles.Auditor)}");

        Shown refused = await page.Form("Create the account").Fill("Your name", name).Fill("Password", "seven grey herons wait").PressAsync();

        Assert.Equal([(field, words)], refused.Problems);
    }

    [Fact]
    public async Task A_name_of_ten_thousand_characters_is_refused_with_words()
    {
        Shown page = await site.NewBrowser().OpenAsync($"/account/set-up/{await InviteAsync(Roles.Auditor)}");

        Shown refused = await page.Form("Create the account").Fill("Your name", new string('n', 10_000)).Fill("Password", "seven grey herons wait").PressAsync();

        Assert.Equal([("displayName", "At most 200 characters, in one line.")], refused.Problems);
    }

    [Fact]
    public async Task An_address_that_has_an_account_is_told_to_sign_in()
    {
        string token = await site.AskAsync((StaffAccounts accounts) => accounts.InviteAsync(PreparedDatabase.EmailOf("Recruiter"), "Rui", [Roles.Auditor]));
        Shown page = await site.NewBrowser().OpenAsync($"/account/set-up/{token}");

        Shown refused = await page.Form("Create the account").Fill("Password", "seven grey herons wait").PressAsync();

        Assert.Contains(("email", "There is an account with this address. Sign in with it."), refused.Problems);
    }

    private Task<string> InviteAsync(params string[] roles) =>
        site.AskAsync((StaffAccounts accounts) => accounts.InviteAsync("eira@staff.example.test", "Eira", roles));
}
