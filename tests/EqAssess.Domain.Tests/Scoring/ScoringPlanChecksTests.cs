using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class ScoringPlanChecksTests
{
    private static readonly ScoringPlan Sound = Sample.Plan(
        Sample.Scenario(1, "listen", 4, 1),
        Sample.Scenario(2, "resolve", 3, 2));

    public static TheoryData<string, ScoringPlan> Unsound => new()
    {
        { "the plan has no items", Sound with { Items = [] } },
        { "the rating scale must be two or more consecutive whole numbers, ascending", Sound with { RatingScale = [1, 2, 4] } },
        { "the rating scale must be two or more consecutive whole numbers, ascending", Sound with { RatingScale = [1] } },
        { "the rating scale must be two or more consecutive whole numbers, ascending", Sound with { RatingScale = [] } },
        { $"item version {Sample.Version(1)} is in the plan twice", Sound with { Items = [Sound.Items[0], Sound.Items[0]] } },
        { "s1: there is no scoring method 'guess'", First(i => i with { Method = "guess" }) },
        { "s1: keyed-credit scores rate-each, not pick-best", First(i => i with { Format = "pick-best" }) },
        { "s1: the weight must be above 0", First(i => i with { Weight = 0 }) },
        { "s1: the weight must be above 0", First(i => i with { Weight = double.NaN }) },
        { "s1: 'total' cannot be a domain", First(i => i with { Domain = "total" }) },
        { "s1: no option is scored", First(i => i with { Options = [.. i.Options.Select(o => o with { DroppedBecause = "disputed" })] }) },
        { "s1: no option is scored", First(i => i with { Options = [] }) },
        { "s1: option 'a' is dropped without a reason", FirstOption(o => o with { DroppedBecause = " " }) },
        { "s1: option 'a': its effectiveness lies outside 1 to 4", FirstOption(o => o with { Effectiveness = 5 }) },
        { "s1: option 'b' has two keys", FirstOption(o => o with { Option = "b" }) },
        { "s1: option 'a': keyed-credit needs a key on a point of the scale", FirstOption(o => o with { Effectiveness = 3.5 }) },
        { "s1: keyed-credit needs a scale with an even number of points", Sound with { RatingScale = [1, 2, 3, 4, 5] } },
        { "s1: option 'a': mode-consensus needs the judges' ratings", Sound.WithMethod("mode-consensus") },
        { "s1: option 'a': proportion-consensus needs the judges' ratings", Sound.WithMethod("proportion-consensus") },
        { "s1: option 'a': a judge's rating lies outside the scale", FirstOption(o => o with { Ratings = [4, 5] }).WithMethod("mode-consensus") },
        { "s1: dichotomous can score none of the options", First(i => i with { Options = [i.Options[0] with { Effectiveness = 2.5 }] }).WithMethod("dichotomous") },
        { "raw-distance runs over the answered options: the missing rule must be ScoreAnswered", Sound with { Method = "raw-distance" } },
        { "raw-distance knows no weights: every weight must be 1", First(i => i with { Weight = 2 }).WithMethod("raw-distance") },
        { "raw-distance compares a whole scale and must score every item of the plan", First(i => i with { Method = "keyed-credit" }).WithMethod("raw-distance") },
        { "standardised-distance needs keys that differ in domain 'listen'", FirstOption(o => o with { Effectiveness = 1 }).WithMethod("standardised-distance") },
        { "profile-correlation needs keys that differ in domain 'listen'", FirstOption(o => o with { Effectiveness = 1 }).WithMethod("profile-correlation") },
        { "scale 'listen' has two sets of statistics", Sound with { Scales = [Statistics("listen"), Statistics("listen")] } },
        { "scale 'empathy' has statistics and no item", Sound with { Scales = [Statistics("empathy")] } },
        { "scale 'total': reliability must be at most 1 and SD at least 0", Sound with { Scales = [Statistics("total") with { Reliability = 1.1 }] } },
        { "scale 'total': reliability must be at most 1 and SD at least 0", Sound with { Scales = [Statistics("total") with { StandardDeviation = double.NaN }] } },
    };

    [Fact]
    public void A_sound_plan_has_no_problems_under_any_rate_each_method_that_has_what_it_needs()
    {
        ScoringPlan plan = Sound with { Items = [.. Sound.Items.Select(WithRatings)], Scales = [Statistics("total"), Statistics("listen")] };

        Assert.All(ScoringMethods.All.Where(m => m.Format == "rate-each"), method => Assert.Empty(ScoringPlanChecks.Problems(plan.WithMethod(method.Code))));
    }

    [Theory]
    [MemberData(nameof(Unsound))]
    public void An_unsound_plan_is_told_what_is_wrong(string problem, ScoringPlan plan)
    {
        IReadOnlyList<string> problems = ScoringPlanChecks.Problems(plan);

        Assert.Contains(problem, problems);
    }

    [Fact]
    public void Every_problem_is_listed_at_once()
    {
        ScoringPlan plan = Sound with { Items = [Sound.Items[0] with { Weight = -1 }, Sound.Items[1] with { Domain = "" }] };

        IReadOnlyList<string> problems = ScoringPlanChecks.Problems(plan);

        Assert.Equal(["s1: the weight must be above 0", "s2: '' cannot be a domain"], problems);
    }

    private static ScoringPlan First(Func<PlannedItem, PlannedItem> change) => Sound with { Items = [change(Sound.Items[0]), Sound.Items[1]] };

    private static ScoringPlan FirstOption(Func<KeyedOption, KeyedOption> change) =>
        First(i => i with { Options = [change(i.Options[0]), .. i.Options.Skip(1)] });

    private static PlannedItem WithRatings(PlannedItem item) => item with { Options = [.. item.Options.Select(o => o with { Ratings = [1, 2, 2] })] };

    private static ScaleStatistics Statistics(string scale) => new(scale, .7, 11, EstimateBasis.Assumed, Attempts: null, "planning value");
}
