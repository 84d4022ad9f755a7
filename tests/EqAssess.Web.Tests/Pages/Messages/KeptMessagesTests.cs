using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Messages;

/// <summary>The mailbox of Development: newest first, page by page, found by address.</summary>
public sealed class KeptMessagesTests
{
    [Fact]
    public async Task Messages_are_shown_fifty_at_a_time_and_found_by_address()
    {
        await using SiteFactory site = await SiteFactory.StartAsync(new SiteSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Mail:KeepCopies"] = "true" } });
        Guid campaign = await site.OpenCampaignAsync();
        await site.AskAsync((InvitationService s) => s.InviteAsync(
            campaign, [.. Enumerable.Range(1, 60).Select(i => new EqAssess.Data.Exchange.CsvRow(i, $"Person {i}", $"person-{i}@example.test", null))], CancellationToken.None));
        await site.RunAsync<SendMessages>();
        Browser recruiter = await site.SignInAsync("Recruiter");

        Shown first = await recruiter.OpenAsync("/messages");
        Shown second = await recruiter.OpenAsync("/messages?p=2");
        Shown found = await recruiter.OpenAsync("/messages?find=person-7@");
        Shown nobody = await recruiter.OpenAsync("/messages?find=nobody@");

        Assert.Equal((50, 10, 1), (Listed(first), Listed(second), Listed(found)));
        Assert.Contains("60 messages", first.Words);
        Assert.Contains("Hello Person 7,", found.Words);
        Assert.Contains("No message went to such an address.", nobody.Words);
    }

    private static int Listed(Shown page) => page.Document.QuerySelectorAll(".mailbox li").Length;
}
