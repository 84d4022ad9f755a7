using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Tests.Banks;

namespace EqAssess.Domain.Tests.Scoring;

/// <summary>A key must leave its format a right answer; the bank says so before any plan is made, in the same words.</summary>
public sealed class FormatKeyTests
{
    public static TheoryData<string, double[], string[]> Keys => new()
    {
        { "most-least", [4, 1, 2, 3], [] },
        { "most-least", [4, 1, 2, 2], [] },
        { "most-least", [4, 4, 2, 1], ["most-least needs one most effective option, and options a, b share effectiveness 4: key one of them apart"] },
        { "most-least", [4, 1, 2, 1], ["most-least needs one least effective option, and options b, d share effectiveness 1: key one of them apart"] },
        {
            "most-least",
            [4, 4, 1, 1],
            [
                "most-least needs one most effective option, and options a, b share effectiveness 4: key one of them apart",
                "most-least needs one least effective option, and options c, d share effectiveness 1: key one of them apart",
            ]
        },
        { "best", [4, 4, 2, 1], [] },
        { "best", [4, 4, 4, 1], [] },
        { "rank", [4, 1, 2, 3], [] },
        { "rank", [4, 1, 2, 2], ["rank needs keys that all differ, and options c, d share effectiveness 2: key them apart, or drop all but one"] },
        { "rate-each", [4, 4, 1, 1], [] },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_bank_and_a_plan_say_the_same_of_a_key_that_does_not_fit_the_format(string format, double[] effectiveness, string[] problems)
    {
        Bank bank = SampleBank.SoundBank with { Items = [SampleBank.SoundItem with { Format = format }] };
        PlannedItem item = Sample.Scenario(1, "listen", effectiveness) with { Format = format, Method = ScoringMethods.DefaultFor(format)!.Code };

        IReadOnlyList<BankProblem> ofBank = KeyChecks.Problems(SampleBank.KeyOf(Keyed(effectiveness)), bank);
        IReadOnlyList<string> ofPlan = ScoringPlanChecks.Problems(Sample.Plan(item));

        Assert.Equal(problems, ofBank.Select(p => p.Message));
        Assert.All(ofBank, p => Assert.Equal(("key-format", ProblemSeverity.Error), (p.Code, p.Severity)));
        Assert.Equal(problems.Select(p => $"s1: {p}"), ofPlan);
    }

    [Theory]
    [InlineData("most-least")]
    [InlineData("best")]
    [InlineData("rank")]
    public void Keys_that_tell_nobody_apart_are_reported_once_and_refused_by_the_plan(string format)
    {
        Bank bank = SampleBank.SoundBank with { Items = [SampleBank.SoundItem with { Format = format }] };
        PlannedItem item = Sample.Scenario(1, "listen", 3, 3, 3, 3) with { Format = format, Method = ScoringMethods.DefaultFor(format)!.Code };

        Assert.Equal(["keyed-alike"], KeyChecks.Problems(SampleBank.KeyOf(Keyed([3, 3, 3, 3])), bank).Select(p => p.Code));
        Assert.NotEmpty(ScoringPlanChecks.Problems(Sample.Plan(item)));
    }

    [Fact]
    public void One_scored_option_is_no_choice()
    {
        Bank bank = SampleBank.SoundBank with { Items = [SampleBank.SoundItem with { Format = "best" }] };
        KeyedItem keyed = Keyed([4, 1, 2, 3]);

        IReadOnlyList<BankProblem> problems = KeyChecks.Problems(
            SampleBank.KeyOf(keyed with { Options = [keyed.Options[0], .. keyed.Options.Skip(1).Select(o => o with { DroppedBecause = "disputed" })] }), bank);

        Assert.Equal(["best needs two scored options at least: key another one, or take the item out of use"], problems.Select(p => p.Message));
    }

    private static KeyedItem Keyed(double[] effectiveness) =>
        new([], [.. effectiveness.Select((e, i) => SampleBank.Option($"{(char)('a' + i)}", e))]);
}
