using System.Globalization;
using System.Text.RegularExpressions;
using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Testing;
using EqAssess.Web.Rendering;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Access;

/// <summary>The whole way of a candidate in every language that there are words in.</summary>
public sealed partial class TongueTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    /// <summary>Every text of a page that people read or hear, but for what is put into it: names, addresses, dates, what was authored.</summary>
    private const string Texts = """
        () => {
          const texts = [document.title.split(' · ')[0]];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const e = node.parentElement;
            if (node.data.trim() && !e.closest('time, script, .top, a[href^="mailto:"], main [lang]') && !e.matches('.review a')) {
              texts.push(node.data);
            }
          }
          for (const e of document.querySelectorAll('[aria-label], [data-take]')) {
            texts.push(e.ariaLabel ?? '', ...Object.entries(e.dataset).filter(([name]) => name.startsWith('text')).map(([, text]) => text));
          }
          return texts;
        }
        """;

    private readonly Stage stage = new(chromium);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Theory]
    [InlineData("es", true)]
    [InlineData("es", false)]
    [InlineData("qps-ploc", true)]
    [InlineData("qps-plocm", true)]
    [InlineData("qps-plocm", false)]
    public async Task From_link_to_receipt(string language, bool script)
    {
        ServerProcess site = await workplace.ServerAsync();
        Device phone = await stage.DeviceAsync(site.Url, Screen.Narrow, script);
        var link = new LinkPage(phone.Page, language);
        var words = new CandidateWords { Culture = Languages.CultureOf(language) };

        await link.OpenAsync((await workplace.InviteToAsync(language)).Link);
        await link.PractiseAsync();
        ScenarioPage scenario = await link.StartAsync();
        for (int number = 1; number < 3; number++)
        {
            await scenario.AnswerAsync();
            await scenario.NextAsync(words["Take.Where", number + 1, 3]);
        }

        await scenario.AnswerAsync();
        ReviewPage review = await scenario.FinishAsync();
        await Assertions.Expect(review.Main).ToContainTextAsync(words["Review.AllComplete", 3]);
        await review.HandInAsync();

        await Assertions.Expect(link.Main).ToContainTextAsync(words["Done.Of", 7, 7]);
    }

    /// <summary>On a page in the longer pseudo-language, a word without an accent is one that no resource file holds.</summary>
    [Fact]
    public async Task No_page_says_anything_that_could_not_be_translated()
    {
        ServerProcess site = await workplace.ServerAsync();
        Device desk = await stage.DeviceAsync(site.Url);
        var wrong = new List<string>();
        await foreach (string stop in new CandidatePages(workplace, desk, "qps-ploc").AllAsync())
        {
            if (await desk.Page.Locator("html").GetAttributeAsync("lang") == "qps-ploc")
            {
                wrong.AddRange((await desk.Page.EvaluateAsync<string[]>(Texts))
                    .Where(t => PlainWord().IsMatch(PutIn().Replace(t, ""))).Select(t => $"{stop}: {t.Trim()}"));
            }
        }

        Inspection.Nothing(wrong);
    }

    [Fact]
    public async Task An_instant_is_told_in_the_zone_of_the_reader()
    {
        ServerProcess site = await workplace.ServerAsync();
        Device near = await stage.DeviceAsync(site.Url);
        Device far = await stage.DeviceAsync(site.Url, zone: "Pacific/Auckland");
        Invited invited = await workplace.InviteToAsync(TongueBanks.English);
        ILocator lastDay = far.Page.Locator(".facts time");
        await new LinkPage(near.Page).OpenAsync(invited.Link);
        await new LinkPage(far.Page).OpenAsync(invited.Link);
        await Assertions.Expect(near.Page.Locator(".facts time")).Not.ToContainTextAsync("your time");
        string ends = await lastDay.GetAttributeAsync("datetime") ?? "";
        TimeZoneInfo auckland = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");
        DateTimeOffset there = TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(ends, CultureInfo.InvariantCulture), auckland);
        await Assertions.Expect(lastDay).ToContainTextAsync($"(your time: {there.ToString("d MMM yyyy, HH:mm", CultureInfo.GetCultureInfo("en-GB"))})");

        await new LinkPage(far.Page).StartAsync();
        await new LinkPage(far.Page).OpenAsync(invited.Link);

        ILocator deadline = far.Page.Locator("main time");
        DateTimeOffset end = TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(await deadline.GetAttributeAsync("datetime") ?? "", CultureInfo.InvariantCulture), auckland);
        await Assertions.Expect(deadline).ToHaveTextAsync($"{end:HH:mm} (your time)");
        using var http = new HttpClient();
        Assert.InRange((await http.GetByteArrayAsync($"{site.Url}/js/own-time.js")).Length, 1, 1024);
    }

    [GeneratedRegex(@"[A-Za-z]*[aeiou][A-Za-z]*")]
    private static partial Regex PlainWord();

    /// <summary>Names, titles of the bank, digests, addresses, dates and zones that stand in texts.</summary>
    [GeneratedRegex(
        @"[0-9a-f]{64}|draft-1|Choosing empathic words|Person \d+|Parcel Desk Agent|Parcels|Shelves|Example Care|Europe/London|\(\w*\)|\b\w+day,? \d+ \w+ \d{4}|\d+ \w+ \d{4}|\{\d\}|https?:\S+|\S+@\S+", RegexOptions.ExplicitCapture)]
    private static partial Regex PutIn();
}
