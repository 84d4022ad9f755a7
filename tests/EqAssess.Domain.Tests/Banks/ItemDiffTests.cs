using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using Xunit;

namespace EqAssess.Domain.Tests.Banks;

public sealed class ItemDiffTests
{
    private static readonly Item Before = new(
        "late-parcel", ItemUse.Live, "rate-each", "cues", Channel.Phone, null, "Late parcel", "A caller waits.",
        [new("Ines", "Where is it?")], Question.Reply, [new("a", "I will look."), new("b", "Why do you ask?")]);

    private static readonly KeyedItem Key = new([], [new("a", 4, "Helps.", ["P15"]), new("b", 1, "Blames.", ["P06"])]);

    [Fact]
    public void Versions_that_say_the_same_do_not_differ() => Assert.Empty(ItemDiff.Between(Before, Key, Before with { }, Key with { }));

    [Fact]
    public void Every_field_that_changed_is_named_and_no_other()
    {
        Item after = Before with { Title = "Lost parcel", Said = [new("Ines", "Where is it now?")], Options = [new("a", "I will look."), new("c", "One moment.")] };
        KeyedItem key = Key with { Options = [new("a", 3, "Helps.", ["P15"]), new("c", 2, "Buys time.", ["P13"])] };

        string[] fields = [.. ItemDiff.Between(Before, Key, after, key).Select(c => c.Field)];

        Assert.Equal(
            [
                "title", "said/0/text", "options/c/text", "order", "options/a/effectiveness", "options/c/effectiveness", "options/c/rationale",
                "options/c/principles", "options/b/text", "options/b/effectiveness", "options/b/rationale", "options/b/principles",
            ],
            fields);
    }

    [Fact]
    public void A_key_that_only_one_version_has_is_not_compared() => Assert.Empty(ItemDiff.Between(Before, Key, Before, null));

    [Theory]
    [InlineData("The key that won't turn", "the-key-that-wont-turn")]
    [InlineData("  Señora López: “¿Y mi caja?” ", "senora-lopez-y-mi-caja")]
    [InlineData("???", "scenario")]
    [InlineData("Смотри", "scenario")]
    public void The_id_of_a_new_item_comes_from_its_title(string title, string id) => Assert.Equal(id, ItemIds.From(title));

    [Fact]
    public void The_id_of_a_long_title_leaves_room_and_is_sound()
    {
        string id = ItemIds.From(string.Join(' ', Enumerable.Repeat("word", 60)));

        Assert.True(id.Length <= ContentRules.LongestId - 4 && ContentRules.IsKebabCase(id), id);
    }
}
