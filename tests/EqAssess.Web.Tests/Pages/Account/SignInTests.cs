using System.Net;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Account;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Refusal = "E-mail address and password do not belong together, or the account is pausing";

    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task After_eight_wrong_passwords_the_right_one_does_not_open_the_account_either()
    {
        for (int i = 0; i < 7; i++)
        {
            await TryAsync("recruiter@staff.example.test", $"wrong password {i}");
        }

        Shown stillOpen = await TryAsync("recruiter@staff.example.test", PreparedDatabase.Password);
        for (int i = 0; i < 8; i++)
        {
            await TryAsync("recruiter@staff.example.test", $"wrong password {i}");
        }

        Shown pausing = await TryAsync("recruiter@staff.example.test", PreparedDatabase.Password);
        Shown other = await TryAsync("hradmin@staff.example.test", PreparedDatabase.Password);

        Assert.Equal("Overview", stillOpen.Heading);
        Assert.Contains(Refusal, pausing.Words);
        Assert.Equal("Overview", other.Heading);
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_the_account_exists()
    {
        var known = new List<string>();
        var unknown = new List<string>();

        for (int i = 0; i < 10; i++)
        {
            known.Add(Comparable(await TryAsync("auditor@staff.example.test", "wrong password")));
            unknown.Add(Comparable(await TryAsync("nobody0@staff.example.test", "wrong password")));
        }

        Assert.Contains(Refusal, known[0]);
        Assert.All(known.Concat(unknown), answer => Assert.Equal(known[0], answer));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("auditor@staff.example.test", "")]
    [InlineData("' OR 1=1 --", "' OR 1=1 --")]
    public async Task Empty_and_odd_fields_are_refused_with_the_same_words(string email, string password)
    {
        Shown page = await TryAsync(email, password);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(Refusal, page.Words);
    }

    private async Task<Shown> TryAsync(string email, string password)
    {
        Shown page = await site.NewBrowser().OpenAsync("/account/sign-in");
        return await page.Form("Sign in").Fill("E-mail address", email).Fill("Password", password).PressAsync();
    }

    private static string Comparable(Shown page) => $"{page.Status} {page.Address} {page.Words}";
}
