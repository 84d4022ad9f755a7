using System.Net;
using EqAssess.Testing.Content;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Forms;

/// <summary>The bank lists one form of its third, first, fourth and second scenario.</summary>
public sealed class FrozenListTests : IAsyncLifetime
{
    private static readonly int[] Order = [3, 1, 4, 2];
    private SiteFactory site = null!;
    private Browser browser = null!;
    private Guid bank;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "listed"), items: 4);
        Directory.CreateDirectory(Path.Combine(folder, "forms"));
        File.WriteAllText(
            Path.Combine(folder, "forms", "core-four.yaml"), $"id: core-four\ntitle: The core four\nminutes: 11\nitems: [{string.Join(", ", Order.Select(SampleBank.IdOf))}]\n");
        IReadOnlyList<BankImportResult> results = await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None));
        Assert.All(results, r => Assert.True(r.Imported));
        bank = await site.BankAsync();
        browser = await site.SignInAsync("HrAdmin");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("new")]
    [InlineData("assemble")]
    public async Task A_form_that_the_bank_lists_is_a_link_away(string page)
    {
        Shown shown = await browser.OpenAsync($"/forms/{page}?bank={bank}");

        Assert.Contains("The core four (4 scenarios)", shown.Document.QuerySelector($"a[href='/forms/new?bank={bank}&list=core-four']")?.TextContent);
    }

    [Fact]
    public async Task It_is_filled_in_and_published_in_the_order_of_the_list()
    {
        Shown filled = await browser.OpenAsync($"/forms/new?bank={bank}&list=core-four");

        Shown published = await filled.Form("Publish the form").PressAsync();

        Assert.Equal(4, filled.Document.QuerySelectorAll("input[name=chosen][checked]").Length);
        Assert.Equal("The core four Published", published.Heading);
        Guid form = Guid.Parse(published.Address.Split('/')[^1]);
        Assert.Equal(660, await site.ReadAsync(db => db.FormVersions.Where(f => f.Id == form).Select(f => f.TimeLimitSeconds).SingleAsync()));
        List<string> items = await site.ReadAsync(db => (
            from place in db.FormItems join item in db.ItemVersions on place.ItemVersionId equals item.Id
            where place.FormVersionId == form && !place.Practice
            orderby place.Position
            select item.ItemId).ToListAsync());
        Assert.Equal(Order.Select(SampleBank.IdOf), items);
    }

    [Fact]
    public async Task A_list_that_the_bank_does_not_have_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/forms/new?bank={bank}&list=nowhere")).Status);
}
