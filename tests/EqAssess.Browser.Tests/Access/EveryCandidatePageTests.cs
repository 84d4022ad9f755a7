using EqAssess.Browser.Tests.Browsing;
using EqAssess.Testing;
using EqAssess.Web.Rendering;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Access;

/// <summary>What holds for every page of a candidate in each of the languages: WCAG 2.2 AA as far as a program can tell.</summary>
public sealed class EveryCandidatePageTests(Chromium chromium, Workplace workplace) : IAsyncDisposable
{
    private const int FewestStops = 22;

    /// <summary>1280 px wide at 400 %: 320 CSS px, and little height (WCAG 2.2, 1.4.10).</summary>
    private static readonly Screen Magnified = new(320, 256);

    private readonly Stage stage = new(chromium);

    public static TheoryData<string> Tongues => [.. TongueBanks.Languages];

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    /// <summary>Colours and media do not depend on the language: English is looked at in all of them, the others in the plain one.</summary>
    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Axe_finds_nothing_at_320_px_in_light_and_dark_and_forced_colours(string language) => AtEveryStopAsync(language, Screen.Narrow, async page =>
    {
        var wrong = new List<string>();
        foreach ((ColorScheme scheme, ForcedColors forced) in Looks.Take(language == TongueBanks.English ? Looks.Length : 1))
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ForcedColors = forced });
            wrong.AddRange((await Rules.AxeAsync(page)).Where(w => !IsPrivateTag(language, w)).Select(w => $"{scheme}, forced {forced}: {w}"));
        }

        return wrong;
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task At_320_px_nothing_is_cut_or_overlaps_and_everything_can_be_clicked(string language) => AtEveryStopAsync(language, Screen.Narrow, async page =>
        [.. await Rules.OverflowAsync(page), .. await Seen.LinesAsync(page), .. await Rules.UnreachableAsync(page), .. await Seen.SmallAsync(page)]);

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task At_400_percent_and_on_a_desk_nothing_is_cut_or_overlaps(string language) => AtEveryStopAsync(language, Magnified, async page =>
    {
        var wrong = new List<string>();
        foreach (Screen screen in new[] { Magnified, Screen.Desk })
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            wrong.AddRange(((string[])[.. await Rules.OverflowAsync(page), .. await Seen.LinesAsync(page)]).Select(w => $"{screen.Width} x {screen.Height}: {w}"));
        }

        return wrong;
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Title_language_landmarks_headings_and_live_regions_are_sound_and_nothing_moves(string language)
    {
        var words = new CandidateWords { Culture = Languages.CultureOf(language) };
        return AtEveryStopAsync(language, Screen.Desk, async page =>
        {
            (string spoken, string direction) = BelongsToAForm(page) ? (words.Language, words.Direction) : ("en", "ltr");
            return [.. await Seen.StructureAsync(page, spoken, direction), .. await Seen.MotionAsync(page)];
        });
    }

    /// <summary>Axe has a list of the world's languages, and the tags that BCP 47 leaves to private use (qaa to qtz) are not in it.</summary>
    private static bool IsPrivateTag(string language, string violation) =>
        language.StartsWith("qps-", StringComparison.Ordinal)
        && (violation.StartsWith("html-lang-valid:", StringComparison.Ordinal) || violation.StartsWith("valid-lang:", StringComparison.Ordinal));

    /// <summary>A page that belongs to no form speaks the language of the browser.</summary>
    private static bool BelongsToAForm(IPage page) =>
        new Uri(page.Url).AbsolutePath is not ("/t/unknown" or "/take/link-needed" or "/receipts") and string path && !path.StartsWith("/verify", StringComparison.Ordinal);

    private static (ColorScheme Scheme, ForcedColors Forced)[] Looks =>
        [(ColorScheme.Light, ForcedColors.None), (ColorScheme.Dark, ForcedColors.None), (ColorScheme.Light, ForcedColors.Active), (ColorScheme.Dark, ForcedColors.Active)];

    private async Task AtEveryStopAsync(string language, Screen screen, Func<IPage, Task<IReadOnlyList<string>>> look)
    {
        ServerProcess site = await workplace.ServerAsync();
        Device device = await stage.DeviceAsync(site.Url, screen);
        var wrong = new List<string>();
        int stops = 0;
        await foreach (string stop in new CandidatePages(workplace, device, language).AllAsync())
        {
            stops++;
            await device.Page.WaitForLoadStateAsync();
            wrong.AddRange((await look(device.Page)).Select(w => $"{stop}: {w}"));
        }

        Assert.True(stops >= FewestStops, $"The tour had {stops} stops only.");
        Inspection.Nothing(wrong);
    }
}
