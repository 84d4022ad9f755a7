using System.Globalization;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Tests;

/// <summary>What is in a catalogue has words for people: a missing text throws where it is asked for.</summary>
public sealed class WordsTests
{
    [Fact]
    public void Every_scoring_method_is_put_in_words_for_staff() =>
        Assert.All(ScoringMethods.All, m => Assert.NotEmpty(new StaffWords()[$"Plan.Method.{m.Code}"] + new StaffWords()[$"Plan.Method.{m.Code}.Note"]));

    [Theory]
    [InlineData("en", 1, "1 minute")]
    [InlineData("en", 2, "2 minutes")]
    [InlineData("en", 0, "0 minutes")]
    [InlineData("es", 1, "1 minuto")]
    [InlineData("es", 2, "2 minutos")]
    public void A_count_of_one_is_put_in_the_singular(string language, int minutes, string text)
    {
        var words = new CandidateWords { Culture = CultureInfo.GetCultureInfo(language) };

        Assert.Equal(text, words["Link.Time.Value", minutes]);
    }

    [Fact]
    public void A_one_that_is_no_count_changes_nothing() =>
        Assert.Equal("Reply 1", new CandidateWords()["Item.Option.Reply", 1]);

    [Fact]
    public void Every_response_format_is_put_in_words_for_staff() =>
        Assert.All(ResponseFormats.All, f => Assert.NotEmpty(new StaffWords()[$"Format.{f.Code}"]));
}
