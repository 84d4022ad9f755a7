using EqAssess.Domain.Banks;
using static EqAssess.Domain.Tests.Banks.SampleBank;

namespace EqAssess.Domain.Tests.Banks;

public sealed class ItemContentChecksTests
{
    [Theory]
    [InlineData("I ordered it on Amazon.", "brand")]
    [InlineData("It is an Apple phone.", "brand")]
    [InlineData("I bought an apple on the amazon trip.", null)]
    [InlineData("My Coca-Cola is warm.", "brand")]
    [InlineData("She uses a wheelchair.", "protected-word")]
    [InlineData("It was a close race.", "protected-word")]
    [InlineData("We embrace it, and the deafening noise.", null)]
    [InlineData("An old man called.", "protected-word")]
    [InlineData("That old man's coat is lost.", null)]
    [InlineData("He sounds depressed.", "clinical-word")]
    [InlineData("The panic. Attack of the wasps.", null)]
    public void Words_that_ask_for_a_second_look_are_found_whole_and_within_a_sentence(string said, string? code)
    {
        Item item = SoundItem with { Said = [new Utterance("D. Okafor", said)] };

        string[] expected = code is null ? [] : [$"Warning {code} said/0/text"];
        Assert.Equal(expected, Found(ItemChecks.Problems(item, [Express], "en")));
    }

    [Fact]
    public void Every_text_of_an_item_is_looked_at()
    {
        Item item = SoundItem with { Title = "On Netflix", Situation = $"{Words(48)} Netflix.", Said = [new Utterance("A", "Netflix.")], Options = [.. SoundItem.Options.Take(3), new Option("d", "Netflix.")] };

        Assert.Equal(
            ["Warning brand title", "Warning brand situation", "Warning brand said/0/text", "Warning brand options/3/text"],
            Found(ItemChecks.Problems(item, [Express], "en")));
    }

    [Fact]
    public void Two_options_that_say_nearly_the_same_are_named()
    {
        Item item = SoundItem with
        {
            Options =
            [
                new("a", "Let me find out today where your parcel is right now."), new("b", "No."),
                new("c", "Let me find out today where your parcel is just now."), new("d", " no. "),
            ],
        };

        var problems = ItemChecks.Problems(item, [Express], "de");

        Assert.Equal(["Warning near-duplicate-option options/2/text", "Warning near-duplicate-option options/3/text"], Found(problems));
        Assert.StartsWith("option 'c' says nearly the same as option 'a'", problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_is_no_enemy_of_its_own_and_names_each_enemy_once()
    {
        Item item = SoundItem with { Enemies = ["late-parcel", "other", "other", "", "No Id"] };

        Assert.Equal(
            ["Error missing enemies/3", "Error bad-id enemies/4", "Error own-enemy enemies/0", "Error duplicate-id enemies/2"],
            Found(ItemChecks.Problems(item, [Express])));
    }

    [Fact]
    public void One_draft_is_checked_in_a_few_milliseconds()
    {
        ItemChecks.Problems(SoundItem, [Express], "en");

        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (int i = 0; i < 100; i++)
        {
            ItemChecks.Problems(SoundItem, [Express], "en");
        }

        Assert.InRange(clock.Elapsed.TotalMilliseconds / 100, 0, 5);
    }
}
