using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Admin;

public sealed class StaffTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Browser administrator = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        administrator = await site.SignInAsync("Administrator");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_link_for_a_colleague_is_shown_once_and_opens_what_the_roles_open()
    {
        Shown page = await administrator.OpenAsync("/admin/staff");
        Shown made = await page.Form("Make a link").Fill("Name", "Eira").Fill("E-mail address", "eira@staff.example.test").Tick("Recruiter").PressAsync();
        string link = made.Document.QuerySelector("p.ref")!.TextContent;
        Shown reloaded = await administrator.OpenAsync("/admin/staff");
        Browser eira = site.NewBrowser();

        Shown setUp = await eira.OpenAsync(link[site.Address.Length..]);
        Shown signIn = await setUp.Form("Create the account").Fill("Password", "seven grey herons wait").PressAsync();
        await signIn.Form("Sign in").Fill("E-mail address", "eira@staff.example.test").Fill("Password", "seven grey herons wait").PressAsync();

        Assert.StartsWith($"{site.Address}/account/set-up/", link);
        Assert.Contains("A link for Eira", made.Words);
        Assert.DoesNotContain("/account/set-up/", reloaded.Html);
        Assert.Equal(HttpStatusCode.OK, (await eira.OpenAsync("/campaigns/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await eira.OpenAsync("/banks")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await eira.OpenAsync("/admin/staff")).Status);
    }

    [Theory]
    [InlineData("Eira", "eira@staff.example.test", "Emperor")]
    [InlineData("Eira", "eira@staff.example.test", "")]
    [InlineData("", "eira@staff.example.test", "Auditor")]
    [InlineData("Eira", "nobody", "Auditor")]
    [InlineData("Eira", "Eira <eira@staff.example.test>", "Auditor")]
    public async Task An_invitation_that_could_not_be_accepted_is_not_made_and_what_was_typed_stays(string name, string email, string role)
    {
        Shown page = await administrator.OpenAsync("/admin/staff");

        Shown refused = await page.Form("Make a link").Fill("Name", name).Fill("E-mail address", email).With("chosen", role).PressAsync();

        Assert.Equal([("displayName", "Give a name, an e-mail address and at least one role.")], refused.Problems);
        Assert.Equal((name, email), (refused.Form("Make a link")["displayName"], refused.Form("Make a link")["email"]));
        Assert.Equal(0, await site.ReadAsync(db => db.StaffInvitations.CountAsync(i => i.Email != null)));
    }
}
