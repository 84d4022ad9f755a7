using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>What recruiters are never told: when somebody worked, for how long, under which limit, with which adjustment.</summary>
internal static partial class Untold
{
    /// <summary>Looks for it in the text of the page on the screen.</summary>
    public static async Task CheckAsync(IPage page) => Check(page.Url, await page.GetByRole(AriaRole.Main).InnerTextAsync());

    public static void Check(string where, string text)
    {
        // The code of somebody whose name is hidden can look like seconds: 42S-K7M. The port in the address that checks a paper can look like a time of day.
        string told = Code().Replace(text, "…");
        Assert.True(!ClockOrDuration().IsMatch(told), $"{where} says '{ClockOrDuration().Match(told).Value}':\n{text}");
    }

    [GeneratedRegex(@"\b[2-9B-DF-HJ-NP-TV-Z]{3}-[2-9B-DF-HJ-NP-TV-Z]{3}\b|\bhttps?://\S+|\bEQ(-[0-9A-Z]{4})+\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\b\d{1,2}[:.]\d{2}\s*(h|am|pm|UTC)|\b\d{1,2}:\d{2}|\b\d+\s*(s|min|h|seconds?|minutes?|hours?)\b|time limit|duration|time taken|time spent|started (at|on)|extra time|more time|adjustment|accommodation",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ClockOrDuration();
}
