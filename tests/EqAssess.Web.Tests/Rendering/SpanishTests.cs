using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EqAssess.Testing;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Tests.Rendering;

/// <summary>Every candidate text is there in Spanish too.</summary>
public sealed partial class SpanishTests
{
    /// <summary>Texts that are the same in both languages.</summary>
    private static readonly HashSet<string> Same = ["Channel.Chat", "Duration.Both", "Feedback.Of", "Time.InZone"];

    private static readonly Dictionary<string, string> English = TextsOf("CandidateWords");
    private static readonly Dictionary<string, string> Spanish = TextsOf("CandidateWords.es");

    [Fact]
    public void Every_text_of_candidates_is_there_in_Spanish_and_none_besides()
    {
        Assert.Empty(English.Keys.Except(Spanish.Keys));
        Assert.Empty(Spanish.Keys.Except(English.Keys));
    }

    [Fact]
    public void The_Spanish_texts_take_the_same_arguments() =>
        Assert.Empty(Both().Where(t => !ArgumentsOf(t.English).SetEquals(ArgumentsOf(t.Spanish))).Select(t => $"{t.Key}: {t.Spanish}"));

    [Fact]
    public void No_text_was_left_in_English() =>
        Assert.Empty(Both().Where(t => (t.English == t.Spanish && !Same.Contains(t.Key)) || EnglishWord().IsMatch(t.Spanish)).Select(t => $"{t.Key}: {t.Spanish}"));

    [Fact]
    public void One_thing_has_one_name_in_Spanish() =>
        Assert.Empty(Spanish.Where(t => SecondName().IsMatch(t.Value)).Select(t => $"{t.Key}: {t.Value}"));

    [Fact]
    public void What_may_be_the_same_in_both_languages_is() =>
        Assert.All(Same, key => Assert.Equal(English[key], Spanish[key]));

    [Fact]
    public void The_site_speaks_the_Spanish_of_the_file()
    {
        var words = new CandidateWords { Culture = CultureInfo.GetCultureInfo("es") };

        Assert.All(Spanish, text => Assert.Equal(text.Value, words[text.Key]));
    }

    [Fact]
    public void Neither_language_holds_markup() =>
        Assert.DoesNotContain(English.Concat(Spanish), text => text.Value.AsSpan().IndexOfAny('<', '>', '&') >= 0);

    private static IEnumerable<(string Key, string English, string Spanish)> Both() =>
        English.Where(t => Spanish.ContainsKey(t.Key)).Select(t => (t.Key, t.Value, Spanish[t.Key]));

    private static HashSet<string> ArgumentsOf(string text) => [.. Argument().Matches(text).Select(m => m.Value)];

    private static Dictionary<string, string> TextsOf(string resource) =>
        XDocument.Load(Path.Combine(SourceTree.Root, "src", "EqAssess.Web", "Resources", $"{resource}.resx")).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    /// <summary>It is solicitud, adaptación, usted; prueba is said of a pilot and of what the assessment is not.</summary>
    [GeneratedRegex(@"\b(petici(ón|ones)|ajustes?|tú|tus?|tuy[oa]s?|puedes|debes|prueba(?! piloto| de personalidad))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SecondName();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Argument();

    /// <summary>Words that no Spanish sentence holds.</summary>
    [GeneratedRegex(@"\b(the|your|you|and|of|is|are|was|with|this|not|for|have)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EnglishWord();
}
