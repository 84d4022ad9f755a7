using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using static EqAssess.Domain.Tests.Banks.SampleBank;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class KeyedContentChecksTests
{
    [Theory]
    [InlineData(2.25, true)]
    [InlineData(2.6, true)]
    [InlineData(2.2, false)]
    [InlineData(3, false)]
    public void A_mean_of_the_panel_near_the_middle_is_a_warning(double effectiveness, bool warned)
    {
        string[] expected = warned ? ["Warning mid-range-key options/d"] : [];

        Assert.Equal(expected, Found(Problems([4, 1, 2, effectiveness])));
    }

    [Theory]
    [InlineData(2, 3, 2, 3, true)]
    [InlineData(2, 3, 3, 4, false)]
    [InlineData(1, 2, 3, 3, false)]
    public void Keys_of_2s_and_3s_alone_are_a_warning(int a, int b, int c, int d, bool warned)
    {
        string[] expected = warned ? ["Warning mid-range-item options"] : [];

        Assert.Equal(expected, Found(Problems([a, b, c, d])));
    }

    [Theory]
    [InlineData(45, true)]
    [InlineData(44, false)]
    public void A_best_option_half_as_long_again_as_the_next_gives_itself_away(int length, bool warned)
    {
        string[] expected = warned ? ["Warning best-much-longer options/a"] : [];

        Assert.Equal(expected, Found(Problems([4, 1, 2, 3], new string('x', length), new string('y', 30), "z", "w")));
    }

    [Theory]
    [InlineData("Calm down, and tell me all.", "trigger-phrase")]
    [InlineData("It’s not my fault, but I will help.", "trigger-phrase")]
    [InlineData("We value your custom.", "stock-phrase")]
    [InlineData("I will keep calm. Down there it is quiet.", null)]
    [InlineData("I understand.", null)]
    public void A_worn_or_heated_phrase_in_a_very_effective_option_is_a_warning(string text, string? code)
    {
        string[] texts = [text, "Please wait for one more day.", "It is not with us at the moment.", "I will send another one."];
        string[] expected = code is null ? [] : [$"Warning {code} options/a"];

        Assert.Equal(expected, Found(Problems([4, 1, 2, 3], texts)));
        Assert.Equal(expected, Found(Problems([3.6, 1, 2, 3], texts)));
        Assert.Empty(Problems([1, 4, 2, 3], texts));
        Assert.Empty(KeyChecks.ItemProblems(Keys([4, 1, 2, 3]), WithTexts(texts), SoundKey, "fr"));
    }

    private static IReadOnlyList<BankProblem> Problems(double[] keys, params string[] texts) =>
        KeyChecks.ItemProblems(Keys(keys), texts.Length == 0 ? SoundItem : WithTexts(texts), SoundKey, "en");

    private static Item WithTexts(string[] texts) => SoundItem with { Options = [.. texts.Select((text, i) => new Option("abcd"[i].ToString(), text))] };

    private static KeyedItem Keys(double[] keys) => Keyed with { Options = [.. keys.Select((key, i) => Option("abcd"[i].ToString(), key))] };
}
