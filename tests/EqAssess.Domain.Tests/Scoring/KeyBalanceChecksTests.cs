using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using static EqAssess.Domain.Tests.Banks.SampleBank;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class KeyBalanceChecksTests
{
    private static readonly string[] Lengths = ["xxxx yyyy", "xxxx yyy", "xxxx yy", "xxxx y"];

    [Fact]
    public void A_balanced_bank_has_no_problem() => Assert.Empty(Codes(40, best: i => i % 4, longest: i => (i / 4) % 4));

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void A_best_option_that_is_the_longest_in_more_than_35_percent_is_a_warning(int longest, bool warned)
    {
        string[] codes = Codes(40, best: i => i % 4, longest: i => i < longest ? i % 4 : (i + 1 + (i / 4 % 3)) % 4);

        Assert.Equal(warned, codes.Contains("best-is-longest"));
    }

    // 40 items, 4 positions: 10 expected, standard deviation √7.5; 2.576 of them are 7.05.
    [Theory]
    [InlineData(17, false)]
    [InlineData(18, true)]
    public void A_best_option_at_one_place_too_often_is_a_warning(int atFirst, bool warned)
    {
        string[] codes = Codes(40, best: i => i < atFirst ? 0 : 1 + (i % 3), longest: i => (i / 3) % 4);

        Assert.Equal(warned, codes.Contains("best-position"));
    }

    [Fact]
    public void What_can_be_earned_without_reading_is_a_warning_and_named()
    {
        var problem = Problems(40, best: i => i % 4, longest: i => i % 4).Single(p => p.Code == "blind-strategy");

        Assert.Equal("", ((Place.InContent)problem.Place).Path);
        Assert.StartsWith("answering by 'longest-first' without reading earns", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_items_are_no_bank_to_balance() => Assert.Empty(Codes(KeyBalanceChecks.FewestItems - 1, best: _ => 0, longest: _ => 0));

    private static string[] Codes(int items, Func<int, int> best, Func<int, int> longest) => [.. Problems(items, best, longest).Select(p => p.Code)];

    private static IReadOnlyList<BankProblem> Problems(int items, Func<int, int> best, Func<int, int> longest)
    {
        Item[] written = [.. Enumerable.Range(0, items).Select(i => SoundItem with { Id = $"item-{i}", Options = [.. Enumerable.Range(0, 4).Select(o => new Option("abcd"[o].ToString(), Lengths[(o - longest(i) + 4) % 4]))] })];
        var keyed = Enumerable.Range(0, items).ToDictionary(i => $"item-{i}", i => Keyed with { Options = [.. Enumerable.Range(0, 4).Select(o => Option("abcd"[o].ToString(), 4 - ((o - best(i) + 4) % 4)))] });
        return KeyChecks.Problems(SoundKey with { Items = keyed }, SoundBank with { Items = written });
    }
}
