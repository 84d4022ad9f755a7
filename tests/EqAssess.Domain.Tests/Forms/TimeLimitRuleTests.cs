using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;

namespace EqAssess.Domain.Tests.Forms;

public sealed class TimeLimitRuleTests
{
    [Theory]
    [InlineData(100, 1, 1.4)]
    [InlineData(0, 1, 0.4)]
    [InlineData(137, 12, 21.24)]
    public void The_least_time_is_a_minute_per_100_words_and_a_minute_per_10_ratings(int words, int items, double minutes)
    {
        Item[] form = [.. Enumerable.Range(1, items).Select(i => SampleItem.Named($"item-{i}", words))];

        TimeSpan least = TimeLimitRule.Least(form);

        Assert.Equal(minutes, least.TotalMinutes, 1e-6);
    }

    [Fact]
    public void Title_situation_speech_and_options_are_read_and_counted()
    {
        Item item = SampleItem.Named("read-all", words: 3) with
        {
            Title = "two words",
            Said = [new Utterance("not counted", "one two three four")],
            Options = [new Option("a", "one"), new Option("b", "one two")],
        };

        TimeSpan least = TimeLimitRule.Least([item]);

        Assert.Equal((12 / 100d) + (2 / 10d), least.TotalMinutes, 1e-6);
    }

    [Fact]
    public void Nothing_to_read_needs_no_time() => Assert.Equal(TimeSpan.Zero, TimeLimitRule.Least([]));
}
