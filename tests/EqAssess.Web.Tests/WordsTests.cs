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

    [Fact]
    public void Every_response_format_is_put_in_words_for_staff() =>
        Assert.All(ResponseFormats.All, f => Assert.NotEmpty(new StaffWords()[$"Format.{f.Code}"]));
}
