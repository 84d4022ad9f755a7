using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Domain.Forms;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Forms;

/// <summary>From a blueprint to a score. The sample bank has one live scenario in each of four domains.</summary>
public sealed class AssembleTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Browser browser = null!;
    private Shown page = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        browser = await site.SignInAsync("HrAdmin");
        page = await browser.OpenAsync($"/forms/assemble?bank={await site.BankAsync()}");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_form_is_previewed_and_published_with_its_seed_blueprint_and_report()
    {
        Shown preview = await Filled().PressAsync();
        Shown published = await preview.Form("Publish the form").PressAsync();

        Assert.Contains("no data: chance score only", preview.Words, StringComparison.Ordinal);
        Assert.Equal("Assembled form Published", published.Heading);
        Assert.Contains("Seed77", published.Words, StringComparison.Ordinal);
        FormVersionRow row = await site.ReadAsync(db => db.FormVersions.SingleAsync(f => f.Title == "Assembled form"));
        Assert.Equal(77, row.Seed);
        Assert.Contains("\"MostShare\":0.5", row.Blueprint, StringComparison.Ordinal);
        Assert.Equal(["Assembled form"], AssemblyRecord.Read(row.Assembly!).Titles);
        Assert.All(await site.ReadAsync(db => db.FormItems.Where(i => i.FormVersionId == row.Id && !i.Practice).ToListAsync()), i => Assert.Equal(7, i.OptionOrder!.Length));
    }

    [Fact]
    public async Task What_is_not_possible_names_the_constraint_with_its_numbers()
    {
        Shown refused = await Filled().With("domains-listen", "3").PressAsync();

        Assert.Contains("Not possible", refused.Words, StringComparison.Ordinal);
        Assert.Contains("Each form needs 3 scenarios for Title of listen, and 1 are free (0 were seen too often, 0 are out because of enemies).", refused.Words, StringComparison.Ordinal);
        Assert.False(refused.Offers("Publish the form"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_at_its_field_and_stays_as_it_was_typed()
    {
        Shown refused = await Filled().With("minutes", "soon").With("seed", "").PressAsync();

        Assert.Equal(["minutes", "seed"], refused.Problems.Select(p => p.Field));
        Assert.Equal("soon", refused.Document.GetElementById("minutes")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_blueprint_that_contradicts_itself_is_refused_with_the_cure()
    {
        Shown refused = await Filled().With("forms", "21").PressAsync();

        Assert.Equal([("forms", "This blueprint cannot be used: 1 to 20 forms are possible, not 21.")], refused.Problems);
    }

    [Fact]
    public async Task Nothing_but_what_was_previewed_is_published()
    {
        Shown preview = await Filled().PressAsync();

        Shown changed = await preview.Form("Publish the form").With("seed", "78").PressAsync();

        Assert.Contains("Nothing was published", changed.Words, StringComparison.Ordinal);
        Assert.Equal(1, await site.ReadAsync(db => db.FormVersions.CountAsync()));
    }

    [Fact]
    public async Task Parallel_forms_are_published_together_or_not_at_all()
    {
        Shown preview = await Filled().With("forms", "2").With("mostOverlap", "100").With("mostShare", "100").PressAsync();
        Shown list = await preview.Form("Publish 2 forms").PressAsync();

        Assert.Equal("/forms", list.Address);
        Assert.Equal(["Assembled form A", "Assembled form B"], await site.ReadAsync(db => db.FormVersions.Where(f => f.Blueprint != null).Select(f => f.Title).Order().ToListAsync()));
    }

    [Fact]
    public async Task Every_candidate_sees_the_frozen_order_and_the_same_ratings_earn_the_same_whatever_the_order()
    {
        double?[] percents = new double?[2];
        string[] orders = new string[2];
        foreach (int form in new[] { 0, 1 })
        {
            await (await Filled().With("seed", $"{form + 5}").PressAsync()).Form("Publish the form").PressAsync();
            FormVersionRow row = await site.ReadAsync(db => db.FormVersions.OrderByDescending(f => f.Number).FirstAsync(f => f.Title == "Assembled form"));
            Guid campaign = await site.OpenCampaignAsync(form: row.Id);
            (percents[form], orders[form]) = await TakeAsync(campaign, row.Id, $"Person {form}");
        }

        Assert.NotEqual(orders[0], orders[1]);
        Assert.Equal(percents[0], percents[1]);
    }

    [Fact]
    public async Task A_bank_that_is_not_there_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/forms/assemble?bank={Guid.Empty}")).Status);

    /// <summary>Rates a 4, b 2, c 1 and d 3 in every scenario, and checks each page against the order that the form froze.</summary>
    private async Task<(double? Percent, string Orders)> TakeAsync(Guid campaign, Guid form, string name)
    {
        List<FormItemRow> places = await site.ReadAsync(db => db.FormItems.Where(i => i.FormVersionId == form && !i.Practice).OrderBy(i => i.Position).ToListAsync());
        Candidate candidate = await site.BeginAsync(await site.LinkAsync(await site.InviteAsync(campaign, name)));
        Shown shown = candidate.First;
        foreach (FormItemRow place in places)
        {
            Assert.Equal(place.OptionOrder, string.Join(',', shown.Document.QuerySelectorAll(".reply > p").Select(p => p.Id!["reply-".Length..])));
            shown = await shown.Form("Next").Rate("a", 4).Rate("b", 2).Rate("c", 1).Rate("d", 3).PressAsync();
        }

        await (await candidate.Browser.OpenAsync("/take/review")).Form("Hand in").PressAsync();
        await site.RunAsync<ScoreAttempts>();
        double? percent = await site.ReadAsync(db => db.ScoreRuns.Where(r => r.AttemptId == candidate.Attempt).Select(r => r.Percent).SingleAsync());
        return (percent, string.Join(';', places.OrderBy(p => p.ItemVersionId).Select(p => p.OptionOrder)));
    }

    private FilledForm Filled()
    {
        FilledForm form = page.Form("Preview the forms").With("title", "Assembled form").With("forms", "1").With("seed", "77");
        foreach (string domain in new[] { "recognise", "listen", "express", "resolve" })
        {
            form = form.With($"domains-{domain}", "1");
        }

        return form;
    }
}
