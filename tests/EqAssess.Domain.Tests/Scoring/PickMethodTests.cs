using EqAssess.Domain.Scoring;
using EqAssess.Domain.Scoring.Methods;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class PickMethodTests
{
    private static readonly PlannedItem Item = Sample.Scenario(1, "listen", 3, 4, 1, 2);

    [Theory]
    [InlineData("best-dichotomous", "best=b", 1)]
    [InlineData("best-dichotomous", "best=a", 0)]
    [InlineData("best-partial", "best=b", 1)]
    [InlineData("best-partial", "best=a", 2 / 3.0)]
    [InlineData("best-partial", "best=c", 0)]
    [InlineData("most-least-points", "best=b;worst=a", .5)]
    [InlineData("most-least-symmetric", "best=c;worst=b", 0)]
    [InlineData("most-least-symmetric", "best=a;worst=d", .5)]
    [InlineData("most-least-effectiveness", "best=a;worst=d", (2 / 3.0 + 2 / 3.0) / 2)]
    [InlineData("rank-near-miss", "b>a>d>c", 1)]
    [InlineData("rank-near-miss", "c>d>a>b", 4 / 12.0)]
    [InlineData("rank-spearman", "c>d>a>b", 0)]
    public void A_response_earns_what_the_method_says(string method, string response, double credit) =>
        Assert.Equal(credit, Credit(method, Item, response), 1e-12);

    [Fact]
    public void Two_options_tied_best_both_earn_1()
    {
        PlannedItem item = Sample.Scenario(1, "listen", 4, 4, 1, 2) with { Format = "best" };

        Assert.Empty(new BestDichotomous().Problems(item, new RatingRange(1, 4)));
        Assert.Equal([1.0, 1.0], new[] { "best=a", "best=b" }.Select(r => Credit("best-dichotomous", item, r)));
    }

    [Theory]
    [InlineData("best=b")]
    [InlineData("worst=c")]
    public void A_missing_half_leaves_the_other_to_be_scored(string response)
    {
        ItemCredit credit = Picks.MethodCalled("most-least-points").Credit(Item, response, new RatingRange(1, 4));

        Assert.Equal(new ItemCredit(Sum: 1, Answered: 1, Choices: 2), credit);
    }

    [Fact]
    public void Picking_a_dropped_option_is_neither_right_nor_the_reverse()
    {
        PlannedItem item = Dropping(Item, "b") with { Format = "most-least" };

        Assert.Equal(.5, Credit("most-least-points", item, "best=b;worst=c"));
        Assert.Equal(.75, Credit("most-least-symmetric", item, "best=b;worst=c"));
        Assert.Equal(["option 'b': most-least-effectiveness needs its effectiveness, and the key has dropped it"], ProblemsOf("most-least-effectiveness", item));
        Assert.Equal(["option 'b': best-partial needs its effectiveness, and the key has dropped it"], ProblemsOf("best-partial", item with { Format = "best" }));
    }

    [Fact]
    public void A_dropped_option_is_taken_out_of_a_ranking()
    {
        PlannedItem item = Dropping(Item, "b") with { Format = "rank" };

        Assert.All(["b>a>d>c", "a>b>d>c", "a>d>c>b", "a=b>d>c"], response => Assert.Equal(1, Credit("rank-near-miss", item, response)));
    }

    [Theory]
    [InlineData("b=a>d>c", .5)]
    [InlineData("a=b=c=d", 0)]
    public void Tied_imported_ranks_score_0_for_the_tied_options(string response, double nearMiss)
    {
        Assert.Equal(nearMiss, Credit("rank-near-miss", Item, response), 1e-12);
        Assert.InRange(Credit("rank-spearman", Item, response), 0, Credit("rank-spearman", Item, "b>a>d>c") - .1);
    }

    [Theory]
    [InlineData("most-least-points", "best=b;worst=b")]
    [InlineData("most-least-points", "best=z")]
    [InlineData("most-least-points", "a=1")]
    [InlineData("best-dichotomous", "best=z")]
    [InlineData("best-dichotomous", "b")]
    [InlineData("rank-near-miss", "b>a>d")]
    [InlineData("rank-near-miss", "b>a>d>z")]
    [InlineData("rank-near-miss", "b>a>d>c>z")]
    [InlineData("rank-near-miss", "b>a>d>d")]
    public void A_response_that_does_not_fit_its_item_is_a_defect(string method, string response) =>
        Assert.Throws<FormatException>(() => Credit(method, Item, response));

    private static double Credit(string method, PlannedItem item, string response)
    {
        ItemCredit credit = Picks.MethodCalled(method).Credit(item, response, new RatingRange(1, 4));
        return credit.Sum / credit.Choices;
    }

    private static IReadOnlyList<string> ProblemsOf(string method, PlannedItem item) => Picks.MethodCalled(method).Problems(item, new RatingRange(1, 4));

    private static PlannedItem Dropping(PlannedItem item, string option) =>
        item with { Options = [.. item.Options.Select(o => o.Option == option ? o with { DroppedBecause = "disputed" } : o)] };
}
