using EqAssess.Domain.Insights;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Tests.Scoring;
using static EqAssess.Domain.Tests.Insights.Sittings;

namespace EqAssess.Domain.Tests.Insights;

/// <summary>Several scorings of the same people.</summary>
public sealed class ScoringComparisonTests
{
    private static readonly Guid[] Items = [.. Plan.Items.Select(i => i.ItemVersion)];

    [Fact]
    public void The_same_scoring_twice_moves_nobody()
    {
        ScoringComparison result = ScoringComparison.Of(Items, [Named("one", Plan), Named("two", Plan)], Of(100), []);

        ScoringShift shift = result.Scorings[1].Shift!;
        Assert.Equal((100, 8), (result.Persons, result.Scenarios));
        Assert.Equal(1, shift.Correlation.OrNull!.Value, 1e-12);
        Assert.Equal((0, 0, 0d), (shift.ByError, shift.ByRank, shift.MostRanks));
        Assert.Null(result.Scorings[0].Shift);
    }

    [Fact]
    public void A_key_that_turns_everything_round_moves_those_at_the_ends()
    {
        ScoringPlan turned = Plan with { Items = [.. Plan.Items.Select(i => i with { Options = [.. i.Options.Select(o => o with { Effectiveness = 5 - o.Effectiveness })] })] };

        ScoringComparison result = ScoringComparison.Of(Items, [Named("one", Plan), Named("two", turned)], Of(100), []);

        ScoringShift shift = result.Scorings[1].Shift!;
        Assert.True(shift.Correlation.OrNull < -.5);
        Assert.True(shift.ByError > 50 && shift.ByRank > 60 && shift.MostRanks > 80);
    }

    [Fact]
    public void Only_scenarios_that_every_key_covers_count()
    {
        ScoringPlan shorter = Plan with { Items = [.. Plan.Items.Skip(3)] };

        ScoringComparison result = ScoringComparison.Of(Items, [Named("one", Plan), Named("two", shorter)], Of(100), []);

        Assert.Equal(5, result.Scenarios);
        Assert.Equal(Items.Take(3), result.NotCompared);
        Assert.Equal(result.Scorings[0].Alpha, result.Scorings[1].Alpha);
    }

    [Fact]
    public void Fewer_than_fifty_people_give_no_numbers_and_a_scoring_with_problems_gives_its_reasons()
    {
        var broken = new ScoringToCompare("three", KeyStatus.Draft, "mode-consensus", null, ["option a: the key has no ratings"]);

        ScoringComparison few = ScoringComparison.Of(Items, [Named("one", Plan), Named("two", Plan)], Of(49), []);
        ScoringComparison enough = ScoringComparison.Of(Items, [Named("one", Plan), broken, Named("two", Plan)], Of(50), []);

        Assert.False(few.IsEnough);
        Assert.All(few.Scorings, s => Assert.Null(s.Mean.OrNull));
        Assert.True(enough.IsEnough);
        Assert.Equal(["option a: the key has no ratings"], enough.Scorings[1].Problems);
        Assert.NotNull(enough.Scorings[2].Shift);
    }

    [Fact]
    public void Groups_are_compared_from_thirty_people_on()
    {
        IReadOnlyList<Sitting> people = Of(100);
        string?[] sex = [.. people.Select((_, i) => i < 40 ? "female" : i < 95 ? "male" : "another")];

        ScoringComparison result = ScoringComparison.Of(Items, [Named("one", Plan), Named("two", Plan)], people, [new GroupAnswers("sex", sex)]);

        GroupGap gap = Assert.Single(result.Scorings[0].Gaps);
        Assert.Equal(("female", "male", 40), (gap.Group, gap.Reference, gap.Persons));
        Assert.True(gap.Gap.OrNull > 1);
    }

    private static ScoringToCompare Named(string key, ScoringPlan plan) => new(key, KeyStatus.Draft, plan.Method, plan, []);
}
