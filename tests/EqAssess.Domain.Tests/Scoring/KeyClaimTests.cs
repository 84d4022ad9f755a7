using EqAssess.Domain.Banks;
using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Tests.Panels;
using static EqAssess.Domain.Tests.Banks.SampleBank;

namespace EqAssess.Domain.Tests.Scoring;

/// <summary>A key from a file claims no status that its ratings would not have earned in a panel here.</summary>
public sealed class KeyClaimTests
{
    [Fact]
    public void Ten_judges_of_one_role_are_no_panel_and_may_be_provisional()
    {
        PanelEvidence evidence = SamplePanel.Of("rate-each", SamplePanel.Agreeing(10), roles: 1);

        BankProblem problem = Assert.Single(Errors(KeyStatus.Panel, evidence));
        Assert.Equal(["Error panel-falls-short status"], Found([problem]));
        Assert.Equal("the judges have 1 different roles, 2 are needed for a panel key: give it the status provisional", problem.Message);
        Assert.Empty(Errors(KeyStatus.Provisional, evidence));
    }

    [Fact]
    public void Judges_who_agree_too_little_are_no_panel_and_may_be_provisional()
    {
        PanelEvidence evidence = SamplePanel.Of("rate-each", SamplePanel.Close);

        IReadOnlyList<BankProblem> problems = Errors(KeyStatus.Panel, evidence);
        Assert.Equal(["Error panel-falls-short status", "Error panel-falls-short status"], Found(problems));
        Assert.Contains("ICC(2,k) is ", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("the lower 95 % limit of ICC(2,k) ", problems[1].Message, StringComparison.Ordinal);
        Assert.Empty(Errors(KeyStatus.Provisional, evidence));
    }

    [Theory]
    [InlineData(KeyStatus.Panel)]
    [InlineData(KeyStatus.Provisional)]
    public void Judges_whose_agreement_is_not_above_nought_bear_no_key(KeyStatus status) =>
        Assert.Equal(["Error no-agreement status"], Found(Errors(status, SamplePanel.Of("rate-each", SamplePanel.AtOdds(12)))));

    [Theory]
    [InlineData(KeyStatus.Panel)]
    [InlineData(KeyStatus.Provisional)]
    public void An_option_on_which_the_judges_disagree_is_dropped_and_not_scored(KeyStatus status)
    {
        int[][] ratings = SamplePanel.Agreeing(10);
        ratings[2] = [1, 1, 1, 2, 2, 2, 2, 3, 4, 4];
        ratings[3] = [3, 3, 3, 3, 3, 3, 3, 2, 2, 2];

        IReadOnlyList<BankProblem> problems = Errors(status, SamplePanel.Of("rate-each", ratings));

        Assert.Equal(["Error not-agreed items/item-1/options/c", "Error not-agreed items/item-1/options/d"], Found(problems));
        Assert.Equal(
            "the judges disagree (r_wg below .70), so it cannot be scored: drop it (dropped: \"the judges disagree (r_wg below .70)\")", problems[0].Message);
        Assert.StartsWith("fewer than 80 % of the judges are on the key's side", problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_with_one_scored_option_has_no_place_in_the_key()
    {
        Key key = Claimed(KeyStatus.Provisional, SamplePanel.Of("rate-each", SamplePanel.Agreeing(10)));
        KeyedItem item = key.Items["item-1"];
        KeyedItem one = item with { Options = [item.Options[0], .. item.Options.Skip(1).Select(o => o with { DroppedBecause = "the judges disagree" })] };

        IReadOnlyList<BankProblem> problems = Errors(key with { Items = new Dictionary<string, KeyedItem> { ["item-1"] = one } }, "rate-each");

        Assert.Equal(["Error too-few-scored items/item-1/options"], Found(problems));
    }

    [Theory]
    [InlineData("best")]
    [InlineData("most-least")]
    public void The_best_is_named_by_enough_judges(string format)
    {
        // Five name a, five name d: each alone at the top.
        int[][] ratings = [[4, 4, 4, 4, 4, 4, 3, 3, 3, 3], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [2, 2, 2, 2, 2, 2, 2, 2, 2, 2], [3, 3, 3, 3, 3, 4, 4, 4, 4, 4]];

        IReadOnlyList<BankProblem> problems = Errors(KeyStatus.Provisional, SamplePanel.Of(format, ratings));

        Assert.Contains(
            "no option is named the best by 60 % of the judges (the most named one by 50 %): leave the item out of the key", problems.Select(p => p.Message));
        Assert.Contains("Error not-agreed items/item-1/options", Found(problems));
    }

    [Fact]
    public void Where_options_are_compared_none_hides_its_ratings()
    {
        Key key = Claimed(KeyStatus.Provisional, SamplePanel.Of("best", SamplePanel.Agreeing(10)));
        KeyedItem item = key.Items["item-1"];
        KeyedItem hiding = item with { Options = [.. item.Options.Select(o => o.Option == "d" ? o with { DroppedBecause = "no", Ratings = null, FirstRatings = null } : o)] };

        Assert.Equal(["Error no-ratings items/item-1/options"], Found(Errors(key with { Items = new Dictionary<string, KeyedItem> { ["item-1"] = hiding } }, "best")));
    }

    [Fact]
    public void Lower_thresholds_in_a_key_do_not_lower_what_is_asked_of_it()
    {
        Key key = Claimed(KeyStatus.Panel, SamplePanel.Of("rate-each", SamplePanel.Agreeing(10), roles: 1));

        Key lenient = key with { Panel = key.Panel! with { Thresholds = new PanelThresholds { Roles = 1 } } };

        Assert.Equal(["Error panel-falls-short status"], Found(Errors(lenient, "rate-each")));
    }

    private static IReadOnlyList<BankProblem> Errors(KeyStatus status, PanelEvidence evidence) => Errors(Claimed(status, evidence), evidence.Items[0].Format);

    private static IReadOnlyList<BankProblem> Errors(Key key, string format) =>
        [.. KeyChecks.Problems(key, SoundBank with { Items = [SoundItem with { Id = "item-1", Format = format }] }).Where(p => p.Severity == ProblemSeverity.Error)];

    /// <summary>A key that scores every option as the ratings have it and says of itself what it likes.</summary>
    private static Key Claimed(KeyStatus status, PanelEvidence evidence)
    {
        PanelAnalysis analysis = PanelAnalysis.Of(evidence, new PanelThresholds());
        KeyedOption[] options = [.. analysis.Items[0].Options.Select(o => Option(o.Option, o.Effectiveness) with { Ratings = o.Ratings, FirstRatings = o.FirstRatings })];
        return new Key("claim-1", status, "keyed-credit", [1, 2, 3, 4], "a panel", new Dictionary<string, KeyedItem> { ["item-1"] = new([], options) })
        {
            Panel = new KeyPanel("First panel", "Judge each reply.", new DateOnly(2026, 11, 20), analysis.Judges),
        };
    }
}
