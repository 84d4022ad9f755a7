using EqAssess.Domain.Banks;
using static EqAssess.Domain.Tests.Banks.SampleBank;

namespace EqAssess.Domain.Tests.Banks;

public sealed class ItemSetChecksTests
{
    private const string Stem =
        "You take calls for a tour firm. The guest stands at the harbour with three children, and the boat left an hour before the time on her ticket. The next boat sails at noon tomorrow, and the hotels in town are full tonight.";

    private const string Option = "I can see that the time on your ticket was wrong, and I will find beds for all four of you tonight.";

    [Fact]
    public void A_stem_with_another_name_and_number_is_nearly_the_same()
    {
        Item[] items = [Item("first", Stem), Item("second", Stem.Replace("three", "two").Replace("noon", "one"))];

        var problem = Assert.Single(BankChecks.Problems(SoundBank with { Items = items }));

        Assert.Equal("Warning near-duplicate-stem items/1/situation", Assert.Single(Found([problem])));
        Assert.StartsWith("the stem is nearly that of item 'first'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_story_in_the_same_frame_is_not()
    {
        Item other = Item("second", "You take calls for a tour firm. The guest has a cough and asks whether the lake is warm enough to swim before breakfast. The office opens at nine, and you have no thermometer at hand to measure it for him.");

        Assert.Empty(BankChecks.Problems(SoundBank with { Items = [Item("first", Stem), other] }));
    }

    [Fact]
    public void Enemies_may_tell_the_same_story()
    {
        Item[] items = [Item("first", Stem) with { Enemies = ["second"] }, Item("second", Stem)];

        Assert.Empty(BankChecks.Problems(SoundBank with { Items = items }));
    }

    [Fact]
    public void An_option_that_stands_in_two_items_is_named_at_the_later_one()
    {
        Item[] items = [WithOption("first", "Late", Option), WithOption("second", Stem, Option.Replace("four", "five"))];

        Assert.Equal(["Warning near-duplicate-option items/1/options/3/text"], Found(BankChecks.Problems(SoundBank with { Items = items }).Where(p => p.Code.StartsWith("near", StringComparison.Ordinal))));
    }

    [Fact]
    public void An_enemy_must_be_in_the_bank()
    {
        Item[] items = [SoundItem with { Enemies = ["other", "nobody"] }, SoundItem with { Id = "other" }];

        var problem = Assert.Single(BankChecks.Problems(SoundBank with { Items = items }));

        Assert.Equal("Error unknown-enemy items/0/enemies/1", Assert.Single(Found([problem])));
        Assert.Equal("there is no item 'nobody' in the bank: correct the id, or take the enemy out", problem.Message);
    }

    [Fact]
    public void Thousands_of_alike_texts_are_compared_in_seconds()
    {
        Item[] items = [.. Enumerable.Range(0, 3_000).Select(i => Item($"item-{i}", $"{Stem} Case {i} of {i % 7}."))];
        var clock = System.Diagnostics.Stopwatch.StartNew();

        int alike = BankChecks.Problems(SoundBank with { Items = items }).Count(p => p.Code == "near-duplicate-stem");

        Assert.Equal(2_999, alike);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    private static Item Item(string id, string situation) => SoundItem with { Id = id, Situation = situation, Said = [] };

    private static Item WithOption(string id, string situation, string option) => Item(id, situation) with { Options = [.. SoundItem.Options.Take(3), new("d", option)] };
}
