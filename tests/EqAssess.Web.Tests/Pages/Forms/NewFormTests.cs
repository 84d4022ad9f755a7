using System.Net;
using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Forms;

/// <summary>The sample bank has four live scenarios of 66 words and four ratings each.</summary>
public sealed class NewFormTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Shown page = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        Browser browser = await site.SignInAsync("HrAdmin");
        page = await browser.OpenAsync($"/forms/new?bank={await site.BankAsync()}");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_form_is_published_with_its_items_and_its_limit()
    {
        Shown published = await Filled("9").PressAsync();

        FormVersionRow row = await site.ReadAsync(db => db.FormVersions.OrderBy(f => f.Title).FirstAsync());
        Assert.Equal("A new form Published", published.Heading);
        Assert.Equal(("A new form", 540), (row.Title, row.TimeLimitSeconds));
        Assert.Equal(4, await site.ReadAsync(db => db.FormItems.CountAsync(i => i.FormVersionId == row.Id && !i.Practice)));
    }

    [Fact]
    public async Task A_limit_below_reading_and_rating_is_refused_with_the_least_and_the_least_is_accepted()
    {
        Shown counted = await Filled("30").With("act", "count").PressAsync();
        string least = counted.Document.QuerySelectorAll("dl.sum dd.total").Single().TextContent;
        int minutes = int.Parse(least.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

        Shown refused = await Filled($"{minutes - 1}").PressAsync();
        Shown accepted = await Filled($"{minutes}").PressAsync();

        Assert.Equal([("minutes", $"Reading and choosing take at least {minutes} minutes. Give more time or choose fewer scenarios.")], refused.Problems);
        Assert.Equal("A new form Published", accepted.Heading);
    }

    [Theory]
    [InlineData("241", "240 minutes is the longest limit there is.")]
    [InlineData("-5", "Reading and choosing take at least")]
    [InlineData("0", "Reading and choosing take at least")]
    [InlineData("", "Give the time limit in whole minutes.")]
    [InlineData("soon", "Give the time limit in whole minutes.")]
    [InlineData("7.5", "Give the time limit in whole minutes.")]
    [InlineData("99999999999999", "Give the time limit in whole minutes.")]
    public async Task A_limit_that_is_none_is_refused_and_never_replaced_by_another(string minutes, string words)
    {
        Shown refused = await Filled(minutes).PressAsync();

        (string field, string text) = Assert.Single(refused.Problems);
        Assert.Equal("minutes", field);
        Assert.StartsWith(words, text);
        Assert.NotNull(refused.Document.GetElementById("minutes"));
        Assert.Equal(1, await site.ReadAsync(db => db.FormVersions.CountAsync()));
    }

    [Fact]
    public async Task Without_title_and_scenarios_both_are_asked_for()
    {
        Shown refused = await page.Form("Publish the form").PressAsync();

        Assert.Equal([("title", "Give the form a title."), ("sum", "Choose at least one scenario.")], refused.Problems);
        Assert.All(refused.Problems, p => Assert.NotNull(refused.Document.GetElementById(p.Field)));
    }

    [Fact]
    public async Task A_title_of_ten_thousand_characters_is_refused_with_words()
    {
        Shown refused = await Filled("9").Fill("Title", new string('t', 10_000)).PressAsync();

        Assert.Equal([("title", "At most 200 characters, in one line.")], refused.Problems);
    }

    [Fact]
    public async Task An_item_id_that_is_none_is_refused_and_not_left_out()
    {
        FilledForm form = Filled("9");
        form.Fields.Add(KeyValuePair.Create("chosen", "not-a-guid"));

        Shown refused = await form.PressAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(1, await site.ReadAsync(db => db.FormVersions.CountAsync()));
    }

    private FilledForm Filled(string minutes)
    {
        FilledForm form = page.Form("Publish the form");
        form.Fields.AddRange(page.Document.QuerySelectorAll("input[name=chosen]").Select(i => KeyValuePair.Create("chosen", i.GetAttribute("value")!)));
        return form.Fill("Title", "A new form").With("minutes", minutes);
    }
}
