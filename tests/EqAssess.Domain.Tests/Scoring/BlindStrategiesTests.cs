using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class BlindStrategiesTests
{
    private static readonly int[] Scale = [1, 2, 3, 4];

    [Fact]
    public void Codes_are_unique_and_kebab_case_and_random_comes_first()
    {
        string[] codes = [.. BlindStrategies.All.Select(s => s.Code)];

        Assert.Equal("random", codes[0]);
        Assert.Equal(codes.Distinct(StringComparer.Ordinal), codes);
        Assert.All(codes, c => Assert.Matches("^[a-z]+(-[a-z0-9]+)*$", c));
    }

    [Fact]
    public void All_256_ways_to_rate_four_options_by_their_position_are_among_them() =>
        Assert.Equal(256, BlindStrategies.All.Count(s => s.Code.StartsWith("ratings-", StringComparison.Ordinal)));

    [Theory]
    // Lengths fall from a to d. Keys 4, 3, 2, 1 reward the longest; 1, 2, 3, 4 the shortest.
    [InlineData("rate-each", "longest-first", 4, 3, 2, 1, 1)]
    [InlineData("rate-each", "shortest-first", 4, 3, 2, 1, 0)]
    [InlineData("rate-each", "shortest-first", 1, 2, 3, 4, 1)]
    [InlineData("rate-each", "longest-over-1", 4, 3, 2, 1, (1 + 0 + .5 + 1) / 4)]
    [InlineData("rate-each", "longest-over-3", 4, 3, 2, 1, (1 + 1 + 0 + 0) / 4d)]
    [InlineData("rate-each", "shortest-over-2", 1, 2, 3, 4, (.5 + 1 + 0 + 1) / 4)]
    [InlineData("rate-each", "ratings-4321", 4, 3, 2, 1, 1)]
    [InlineData("rate-each", "ratings-2222", 4, 3, 2, 1, (0 + 0 + 1 + .5) / 4)]
    [InlineData("rate-each", "first-to-last", 4, 3, 2, 1, 1)]
    [InlineData("rate-each", "last-to-first", 4, 3, 2, 1, 0)]
    [InlineData("rate-each", "random", 4, 3, 2, 1, .375)]
    [InlineData("most-least", "longest-first", 4, 3, 2, 1, 1)]
    [InlineData("most-least", "longest-first", 4, 1, 3, 2, .5)]
    [InlineData("most-least", "shortest-first", 4, 3, 2, 1, 0)]
    [InlineData("most-least", "longest-over-1", 4, 3, 2, 1, (1 + (1 / 3d)) / 2)]
    [InlineData("most-least", "ratings-3333", 4, 3, 2, 1, .25)]
    [InlineData("most-least", "ratings-4411", 4, 3, 2, 1, .5)]
    [InlineData("most-least", "random", 4, 3, 2, 1, .25)]
    [InlineData("best", "longest-first", 4, 3, 2, 1, 1)]
    [InlineData("best", "ratings-2323", 1, 4, 2, 3, .5)]
    [InlineData("best", "random", 4, 3, 2, 1, .25)]
    public void A_strategy_earns_what_its_choices_earn(string format, string strategy, int a, int b, int c, int d, double expected)
    {
        Item item = Item(format, "The longest of the four replies", "The next longest reply", "A shorter reply", "Short");

        Assert.Equal(expected, Credit(strategy, item, Key(a, b, c, d)), 1e-12);
    }

    [Fact]
    public void Ties_in_length_are_broken_at_random()
    {
        Item item = Item("rate-each", "Twin one", "Twin two", "x", "y");

        double credit = Credit("longest-first", item, Key(4, 1, 2, 3));

        // a is rated 4 or 3 (1, ½), b too (0, 0); c is rated 2 or 1 (1, ½), d too (0, 0).
        Assert.Equal((.75 + 0 + .75 + 0) / 4, credit, 1e-12);
    }

    [Fact]
    public void Of_two_longest_options_one_is_rated_above_the_rest()
    {
        Item item = Item("rate-each", "Twin one", "Twin two", "x", "y");

        Assert.Equal((.5 + .5 + 1 + 1) / 4, Credit("longest-over-1", item, Key(4, 1, 1, 1)), 1e-12);
    }

    [Fact]
    public void Words_of_feeling_are_counted_whole()
    {
        Item item = Item("best", "I am sorry, and I understand that you worry.", "Sorryless careful words", "I hope so.", "Done.");

        Assert.Equal(1, Credit("most-feeling-words-first", item, Key(4, 3, 2, 1)), 1e-12);
        Assert.Equal(0, Credit("most-feeling-words-first", item, Key(1, 4, 2, 3)), 1e-12);
    }

    [Fact]
    public void A_dropped_option_neither_counts_as_a_rating_nor_as_a_pick()
    {
        KeyedItem key = Key(4, 3, 2, 1);
        KeyedItem dropped = key with { Options = [key.Options[0] with { DroppedBecause = "The judges disagree." }, .. key.Options.Skip(1)] };
        string[] texts = ["The longest of the four replies", "The next longest reply", "A shorter reply", "Short"];

        Assert.Equal((0 + 0 + .5) / 3, Credit("ratings-1111", Item("rate-each", texts), dropped) - (1 / 3d), 1e-12);
        Assert.Equal(.5, Credit("longest-first", Item("most-least", texts), dropped), 1e-12);
    }

    [Fact]
    public void A_fifth_option_is_rated_as_the_first_and_dealt_ratings_reach_from_4_to_1()
    {
        Item item = Item("rate-each", "The longest of the replies", "The next longest", "A shorter one", "Shorter", "End");

        Assert.Equal(1, Credit("longest-first", item, Key(4, 4, 3, 2, 1)), 1e-12);
        Assert.Equal(1, Credit("ratings-4321", item, Key(4, 3, 2, 1, 4)), 1e-12);
    }

    [Fact]
    public void An_advantage_is_the_credit_above_chance_in_the_order_of_the_strategies()
    {
        Item item = Item("rate-each", "The longest of the four replies", "The next longest reply", "A shorter reply", "Short");
        KeyedItem key = Key(4, 1, 2, 3);

        IReadOnlyList<double> advantages = BlindStrategies.Advantages(item, key, Scale);

        Assert.Equal(BlindStrategies.All.Select(s => s.ExpectedCredit(item, key, Scale) - .375), advantages);
        Assert.Equal(0, advantages[0]);
    }

    [Fact]
    public void An_option_without_a_key_is_named()
    {
        Item item = Item("rate-each", "one", "two", "three", "four");

        var failure = Assert.Throws<ArgumentException>(() => Credit("random", item, Key(4, 3, 2)));

        Assert.Contains("Option 'd' of late-parcel", failure.Message, StringComparison.Ordinal);
    }

    private static double Credit(string strategy, Item item, KeyedItem key) =>
        BlindStrategies.All.Single(s => s.Code == strategy).ExpectedCredit(item, key, Scale);

    private static Item Item(string format, params string[] options) => new(
        "late-parcel", ItemUse.Live, format, "cues", Channel.Phone, null, "Late", "It is late.", [], Question.Reply,
        [.. options.Select((text, i) => new Option(IdOf(i), text))]);

    private static KeyedItem Key(params int[] keys) =>
        new([], [.. keys.Select((effectiveness, i) => new KeyedOption(IdOf(i), effectiveness, "Because.", ["P03"]))]);

    private static string IdOf(int position) => "abcdef"[position].ToString();
}
