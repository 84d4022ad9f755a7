using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Links;

/// <summary>A candidate reads in the language of the form, where there are words in it.</summary>
public sealed class LanguageTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_whole_test_is_in_Spanish_where_the_form_is()
    {
        Shown ready = await OpenLinkAsync("es");
        Shown scenario = await ready.Form("Empezar la evaluación").PressAsync();
        Shown overview = await scenario.Browser.OpenAsync("/take/review");
        Shown end = await overview.Form("Entregar").PressAsync();

        Assert.Equal(
            ["Antes de empezar", "The parcel that is late", "Antes de entregar", "Entregada. Gracias"],
            new[] { ready, scenario, overview, end }.Select(p => p.Heading));
        Assert.All([ready, scenario, overview, end], page => Assert.Equal(("es", "ltr"), LanguageOf(page)));
        Assert.Contains("jueves, 3 de diciembre de 2026", ready.Words);
        Assert.Contains("Recibimos su evaluación el lunes, 23 de noviembre de 2026, 9:00 (Etc/UTC).", end.Words);
    }

    [Fact]
    public async Task Practice_is_in_the_language_of_the_form()
    {
        Shown ready = await OpenLinkAsync("es");

        Shown practice = await ready.Browser.OpenAsync($"{ready.Address}/practice");
        Shown done = await practice.Form("Terminar la práctica").RateAll(1).PressAsync();

        Assert.Equal(("Así funciona", ("es", "ltr")), (done.Heading, LanguageOf(done)));
    }

    [Fact]
    public async Task A_language_without_words_is_met_in_English_and_the_page_says_so()
    {
        Shown ready = await OpenLinkAsync("ar");
        Shown scenario = await ready.Form("Start the assessment").PressAsync();

        Assert.Equal(("en", "ltr"), LanguageOf(scenario));
        Assert.Equal(("ar", "rtl"), (scenario.Document.QuerySelector("h1")!.GetAttribute("lang"), scenario.Document.QuerySelector("h1")!.GetAttribute("dir")));
        Assert.Contains("3 December 2026", ready.Words);
    }

    [Fact]
    public async Task The_mirrored_pseudo_language_turns_the_page()
    {
        Shown ready = await OpenLinkAsync("qps-plocm");

        Assert.Equal(("qps-plocm", "rtl"), LanguageOf(ready));
        Assert.DoesNotContain("Before you start", ready.Words);
    }

    [Theory]
    [InlineData("es-AR,es;q=0.9,en;q=0.8", "es", "No conocemos este enlace")]
    [InlineData("fr,en;q=0.8,es;q=0.5", "en", "We do not know this link")]
    [InlineData("en;q=0.5,es", "es", "No conocemos este enlace")]
    [InlineData("qps-ploc", "en", "We do not know this link")]
    public async Task A_link_that_leads_nowhere_is_answered_in_the_language_of_the_browser(string accepted, string language, string heading)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/t/unknown");
        request.Headers.AcceptLanguage.ParseAdd(accepted);

        Shown page = await site.NewBrowser().SendAsync(request);

        Assert.Equal((language, heading), (LanguageOf(page).Language, page.Heading));
    }

    [Fact]
    public async Task Instants_are_told_in_the_zone_of_the_campaign_and_in_a_form_that_a_script_can_read()
    {
        Shown ready = await OpenLinkAsync("en");
        Shown scenario = await ready.Form("Start the assessment").PressAsync();

        var lastDay = ready.Document.QuerySelector(".facts time")!;
        var ends = scenario.Document.QuerySelector("[data-ends] time")!;
        Assert.Equal(("2026-12-04T00:00:00Z", "your time: {0}"), (lastDay.GetAttribute("datetime"), lastDay.GetAttribute("data-text")));
        Assert.Equal(("2026-11-23T09:20:00Z", "09:20 (Etc/UTC)"), (ends.GetAttribute("datetime"), ends.TextContent));
    }

    [Fact]
    public async Task The_invitation_is_written_in_the_language_of_the_form()
    {
        await using SiteFactory keeping = await SiteFactory.StartAsync(
            new SiteSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Mail:KeepCopies"] = "true", ["Mail:Host"] = "" } });
        await keeping.ReadAsync(db => db.Banks.ExecuteUpdateAsync(s => s.SetProperty(b => b.Language, "es")));
        await keeping.InviteAsync(await keeping.OpenCampaignAsync());

        await keeping.RunAsync<SendMessages>();

        var kept = await keeping.ReadAsync(db => db.KeptMessages.AsNoTracking().SingleAsync());
        Assert.Equal("Su evaluación para Customer care advisor", kept.Subject);
        Assert.StartsWith("Hola, Amara:", kept.Body);
        Assert.Contains("El último día para empezar es el jueves, 3 de diciembre de 2026 (hora de Etc/UTC).", kept.Body);
    }

    private async Task<Shown> OpenLinkAsync(string language)
    {
        await site.ReadAsync(db => db.Banks.ExecuteUpdateAsync(s => s.SetProperty(b => b.Language, language)));
        return await site.NewBrowser().OpenAsync($"/t/{await site.NewLinkAsync()}");
    }

    private static (string Language, string Direction) LanguageOf(Shown page) =>
        (page.Document.DocumentElement.GetAttribute("lang")!, page.Document.DocumentElement.GetAttribute("dir")!);
}
