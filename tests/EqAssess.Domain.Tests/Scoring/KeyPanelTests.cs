using EqAssess.Domain.Scoring;
using static EqAssess.Domain.Tests.Banks.SampleBank;

namespace EqAssess.Domain.Tests.Scoring;

/// <summary>A key says no more than its judges bear out, also one that comes from a file.</summary>
public sealed class KeyPanelTests
{
    [Theory]
    [InlineData(KeyStatus.Panel, 10)]
    [InlineData(KeyStatus.Provisional, 6)]
    [InlineData(KeyStatus.Simulated, 6)]
    public void A_status_needs_its_judges_and_not_one_less(KeyStatus status, int judges)
    {
        Assert.Empty(KeyChecks.Problems(Sound(status, judges), SoundBank));
        Assert.Equal(["Error too-few-judges panel/judges"], Found(KeyChecks.Problems(Sound(status, judges - 1), SoundBank)));
    }

    [Theory]
    [InlineData(KeyStatus.Panel)]
    [InlineData(KeyStatus.Provisional)]
    [InlineData(KeyStatus.Simulated)]
    public void A_status_without_a_panel_is_refused(KeyStatus status) =>
        Assert.Equal(["Error no-panel status"], Found(KeyChecks.Problems(SoundKey with { Status = status }, SoundBank)));

    [Fact]
    public void A_draft_carries_neither_panel_nor_ratings()
    {
        Key panel = Sound(KeyStatus.Panel, 10);

        Assert.Equal(["Error draft-with-panel status"], Found(KeyChecks.Problems(panel with { Status = KeyStatus.Draft }, SoundBank)));
        Assert.Equal(["Error draft-with-panel status"], Found(KeyChecks.Problems(SoundKey with { Items = panel.Items }, SoundBank)));
    }

    [Fact]
    public void Every_scored_option_has_one_rating_of_each_judge_in_both_rounds()
    {
        Assert.Equal(
            ["Error no-ratings items/late-parcel/options/d/ratings", "Error no-ratings items/late-parcel/options/d/firstRatings"],
            Found(Changed(o => o with { Ratings = null, FirstRatings = null })));
        Assert.Equal(["Error ratings-count items/late-parcel/options/d/ratings"], Found(Changed(o => o with { Ratings = [.. o.Ratings!.Skip(1)] })));
        Assert.Equal(["Error no-ratings items/late-parcel/options/d/firstRatings"], Found(Changed(o => o with { FirstRatings = null })));
    }

    [Fact]
    public void A_rating_lies_on_the_scale() =>
        Assert.Equal(["Error off-scale items/late-parcel/options/d/ratings"], Found(Changed(o => o with { Ratings = [5, .. o.Ratings!.Skip(1)] })));

    [Fact]
    public void The_effectiveness_is_what_the_ratings_make_it()
    {
        var problem = Assert.Single(Changed(o => o with { Effectiveness = 4 }));

        Assert.Equal("the ratings make effectiveness 3 and the key says 4: write what the judges said", problem.Message);
        Assert.Equal(["Error not-of-the-ratings items/late-parcel/options/d/effectiveness"], Found([problem]));
    }

    [Fact]
    public void A_dropped_option_may_come_with_its_ratings_or_without()
    {
        Assert.Empty(Changed(o => o with { DroppedBecause = "the judges disagree", Ratings = null, FirstRatings = null, Effectiveness = 0 }));
        Assert.Empty(Changed(o => o with { DroppedBecause = "the judges disagree" }));
    }

    [Fact]
    public void Judges_have_different_pseudonyms_and_a_role()
    {
        Key key = Sound(KeyStatus.Panel, 10);
        KeyPanel panel = key.Panel! with { Judges = [new KeyJudge("Judge 2", "", 3), .. key.Panel!.Judges.Skip(1)], Title = "" };

        Assert.Equal(
            ["Error missing panel/title", "Error missing panel/judges/0/role", "Error duplicate-id panel/judges/1/pseudonym"],
            Found(KeyChecks.Problems(key with { Panel = panel }, SoundBank)));
    }

    [Fact]
    public void A_panel_may_key_some_items_of_a_bank_only() =>
        Assert.Empty(KeyChecks.Problems(Sound(KeyStatus.Panel, 10), SoundBank with { Items = [SoundItem, SoundItem with { Id = "other" }] }));

    private static IReadOnlyList<Domain.Banks.BankProblem> Changed(Func<KeyedOption, KeyedOption> change)
    {
        Key key = Sound(KeyStatus.Panel, 10);
        KeyedItem item = key.Items["late-parcel"];
        return KeyChecks.Problems(
            key with { Items = KeyOf(item with { Options = [.. item.Options.SkipLast(1), change(item.Options[^1])] }).Items }, SoundBank);
    }

    private static Key Sound(KeyStatus status, int judges) =>
        KeyOf(Keyed with { Options = [.. Keyed.Options.Select(o => Rated(o, judges))] }) with
        {
            Status = status,
            Panel = new KeyPanel(
                "First panel", "Judge each reply.", new DateOnly(2026, 11, 20), [.. Enumerable.Range(1, judges).Select(i => new KeyJudge($"Judge {i}", i % 2 == 0 ? "trainer" : "team-leader", i))]),
        };

    private static KeyedOption Rated(KeyedOption option, int judges)
    {
        int[] ratings = [.. Enumerable.Repeat((int)option.Effectiveness, judges)];
        return option with { Ratings = ratings, FirstRatings = ratings };
    }
}
