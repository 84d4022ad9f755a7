using EqAssess.Data.Tables;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Accommodations;

/// <summary>Whoever is granted something without having asked is told by mail, once for each change.</summary>
public sealed class GrantMailTests : IAsyncLifetime
{
    private AdjustedSite adjusted = null!;
    private Browser officer = null!;

    private SiteFactory Site => adjusted.Site;

    public async ValueTask InitializeAsync()
    {
        adjusted = await AdjustedSite.StartAsync(("Mail:KeepCopies", "true"));
        officer = await Site.SignInAsync("Accommodations");
        await Site.NewLinkAsync("Amara");
    }

    public ValueTask DisposeAsync() => adjusted.DisposeAsync();

    [Fact]
    public async Task A_grant_is_told_with_what_it_changes_and_saving_it_again_tells_nothing()
    {
        Shown page = await adjusted.FindAsync(officer, "Amara");

        page = await page.Form("Save").With("grant.time", "150").PressAsync();
        await Site.RunAsync<SendMessages>();
        await page.Form("Save").PressAsync();
        await Site.RunAsync<SendMessages>();

        KeptMessage mail = Assert.Single(await MailsAsync());
        Assert.Equal(("amara@example.test", "Your adjustments: Customer care advisor"), (mail.To, mail.Subject));
        Assert.Contains("* 30 minutes, extended from 20", mail.Body);
        Assert.Contains("/t/", mail.Body);
    }

    [Fact]
    public async Task Each_change_is_told_and_so_is_the_end_of_all_adjustments()
    {
        Shown page = await adjusted.FindAsync(officer, "Amara");
        await page.Form("Save").With("grant.time", "150").PressAsync();
        await Site.RunAsync<SendMessages>();

        await page.Form("Save").With("grant.time", "100").PressAsync();
        await Site.RunAsync<SendMessages>();

        Assert.Equal(["* 30 minutes, extended from 20", "* No adjustments"], (await MailsAsync()).Select(m => m.Body.Split('\n').Single(l => l.StartsWith('*')).Trim()));
    }

    [Fact]
    public async Task Somebody_who_had_nothing_and_is_granted_nothing_gets_no_mail()
    {
        await (await adjusted.FindAsync(officer, "Amara")).Form("Save").PressAsync();
        await Site.RunAsync<SendMessages>();

        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task The_message_is_on_nobody_elses_page()
    {
        await (await adjusted.FindAsync(officer, "Amara")).Form("Save").With("grant.time", "150").PressAsync();
        await Site.RunAsync<SendMessages>();
        Guid mail = (await MailsAsync())[0].Id;
        Browser recruiter = await Site.SignInAsync("Recruiter");

        Assert.DoesNotContain("adjustments", (await recruiter.OpenAsync("/messages")).Words);
        Assert.DoesNotContain("extended from", (await recruiter.OpenAsync($"/messages/{mail}")).Words);
        Assert.Contains("extended from", (await officer.OpenAsync($"/messages/{mail}")).Words);
    }

    [Fact]
    public async Task Who_was_erased_in_between_is_not_written_to()
    {
        await (await adjusted.FindAsync(officer, "Amara")).Form("Save").With("grant.time", "150").PressAsync();
        Guid person = await Site.ReadAsync(db => db.Candidates.Select(c => c.Id).SingleAsync());
        await Site.AskAsync((ErasureService erasure) => erasure.EraseAsync(person, null, CancellationToken.None));

        await Site.RunAsync<SendMessages>();

        Assert.Empty(await MailsAsync());
    }

    private Task<List<KeptMessage>> MailsAsync() => Site.ReadAsync(db => (
        from kept in db.KeptMessages
        join message in db.Messages on kept.Id equals message.Id
        where message.Kind == MessageKind.AdjustmentGranted
        orderby message.Slot
        select kept).ToListAsync());
}
