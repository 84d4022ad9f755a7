using System.Globalization;
using System.Xml.Linq;
using EqAssess.Testing;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Tests.Rendering;

/// <summary>English in disguise, for tests of what a translation would break.</summary>
public sealed class PseudoLanguageTests
{
    private static readonly PseudoLanguage Long = PseudoLanguage.Find("qps-ploc")!;
    private static readonly PseudoLanguage Mirrored = PseudoLanguage.Find("qps-plocm")!;

    [Fact]
    public void Letters_get_accents_and_some_stand_twice() =>
        Assert.Equal("Bááçk", Long.Write("Back"));

    [Theory]
    [InlineData("{0} of {1:D}, {{kept}}")]
    [InlineData("one\n\ntwo\r\nthree {0}")]
    public void Placeholders_doubled_braces_and_line_ends_stay(string text)
    {
        foreach (PseudoLanguage language in new[] { Long, Mirrored })
        {
            string written = language.Write(text);

            Assert.Equal(text.Count(c => c is '{' or '}' or '\n' or '\r'), written.Count(c => c is '{' or '}' or '\n' or '\r'));
            Assert.All(new[] { "{0}", "{1:D}" }.Where(text.Contains), p => Assert.Contains(p, written, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_texts_of_candidates_become_two_fifths_longer()
    {
        string[] texts =
        [
            .. XDocument.Load(Path.Combine(SourceTree.Root, "src", "EqAssess.Web", "Resources", "CandidateWords.resx")).Root!.Elements("data")
                .Select(d => d.Element("value")!.Value),
        ];

        Assert.InRange(texts.Sum(t => Long.Write(t).Length) / (double)texts.Sum(t => t.Length), 1.35, 1.5);
    }

    [Fact]
    public void The_mirrored_one_runs_from_right_to_left_but_for_what_is_put_in()
    {
        var words = new CandidateWords { Culture = Mirrored.Culture };

        Assert.Equal("rtl", words.Direction);
        Assert.Matches("^\u202E[^0-9]+\u20667\u2069[^0-9]+\u206612\u2069\u202C$", words["Take.Where", 7, 12]);
    }

    [Fact]
    public void Dates_are_written_as_in_English() =>
        Assert.Equal("Sunday 22 November 2026", new DateOnly(2026, 11, 22).ToString("D", Long.Culture).Replace(",", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("en", "en", "ltr")]
    [InlineData("en-US", "en-US", "ltr")]
    [InlineData("es", "es", "ltr")]
    [InlineData("es-MX", "es-MX", "ltr")]
    [InlineData("fr", "en", "ltr")]
    [InlineData("ar", "en", "ltr")]
    [InlineData("qps-ploc", "qps-ploc", "ltr")]
    [InlineData("qps-plocm", "qps-plocm", "rtl")]
    public void The_words_say_truly_which_language_they_are_in(string form, string language, string direction)
    {
        var words = new CandidateWords { Culture = Languages.CultureOf(form) };

        Assert.Equal((language, direction), (words.Language, words.Direction));
        Assert.Equal(language.StartsWith("en", StringComparison.Ordinal), words["Take.Next"] == "Next");
    }

    [Fact]
    public void A_language_that_people_speak_is_no_pseudo_language() =>
        Assert.Null(PseudoLanguage.Of(CultureInfo.GetCultureInfo("en-GB")));
}
