using EqAssess.Domain.Banks;
using static EqAssess.Domain.Tests.Banks.SampleBank;

namespace EqAssess.Domain.Tests.Banks;

public sealed class ReadingLevelTests
{
    [Fact]
    public void The_grade_is_that_of_Kincaid_and_others()
    {
        // 30 words, 3 sentences, 35 syllables, counted by hand.
        string[] texts = ["The caller has waited at home for two days. Each day a message came to say the van was near.", "Nobody came, and she does not know why at all"];

        double? grade = ReadingLevel.Grade(texts);

        Assert.Equal((0.39 * 30 / 3) + (11.8 * 35 / 30) - 15.59, grade!.Value, 1e-9);
    }

    [Fact]
    public void A_few_words_have_no_grade() => Assert.Null(ReadingLevel.Grade([Words(ReadingLevel.FewestWords - 1)]));

    [Fact]
    public void A_full_stop_within_a_number_ends_no_sentence()
    {
        string words = string.Join(' ', Enumerable.Repeat("word", 30));

        Assert.Equal(ReadingLevel.Grade([$"{words} 1 50 word."])!.Value, ReadingLevel.Grade([$"{words} 1.50 word."])!.Value, 1e-9);
    }

    [Theory]
    [InlineData("customer", 3)]
    [InlineData("late", 1)]
    [InlineData("waited", 2)]
    [InlineData("asked", 1)]
    [InlineData("table", 2)]
    [InlineData("tables", 2)]
    [InlineData("while", 1)]
    [InlineData("miles", 1)]
    [InlineData("changes", 2)]
    [InlineData("agree", 2)]
    [InlineData("the", 1)]
    [InlineData("mm", 1)]
    [InlineData("42", 1)]
    [InlineData("understanding", 4)]
    public void Syllables_are_counted_by_the_groups_of_vowels(string word, int count) => Assert.Equal(count, Syllables.Of(word));

    [Fact]
    public void A_hard_stem_and_hard_options_are_warnings_in_English_alone()
    {
        string hard = "Organisational considerations necessitate comprehensive documentation of circumstances surrounding unsatisfactory deliveries, notwithstanding previous assurances communicated by representatives";
        Item item = SoundItem with { Situation = $"{hard} {hard} {hard}.", Options = [.. "abcd".Select((id, i) => new Option(id.ToString(), $"{hard[(20 * i)..]} {id}."))] };

        Assert.Equal(["Warning reading-level situation", "Warning reading-level options"], Found(ItemChecks.Problems(item, [Express], "en-GB").Where(p => p.Code == "reading-level")));
        Assert.DoesNotContain(ItemChecks.Problems(item, [Express], "de"), p => p.Code == "reading-level");
    }
}
