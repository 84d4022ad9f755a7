using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class MixedFormatTests
{
    private static readonly KeyedOption[] Keyed = [.. new double[] { 4, 3, 2, 1 }.Select((e, i) => new KeyedOption($"{(char)('a' + i)}", e, "", []))];

    [Fact]
    public void Each_item_gets_the_default_method_of_its_format()
    {
        ScoringPlan plan = Assert.IsType<PlanMaking.Made>(ScoringPlans.Make(Draft("rate-each", "most-least", "best", "rank"))).Plan;

        Assert.Equal([null, "most-least-points", "best-dichotomous", "rank-near-miss"], plan.Items.Select(i => i.Method));
        Assert.Equal(["keyed-credit", "most-least-points", "best-dichotomous", "rank-near-miss"], plan.Items.Select(i => plan.MethodOf(i).Code));
    }

    [Fact]
    public void A_method_that_an_item_names_goes_before_the_default()
    {
        PlanDraft draft = Draft("rate-each", "most-least");

        PlanMaking making = ScoringPlans.Make(draft with { Items = [draft.Items[0], draft.Items[1] with { Method = "most-least-symmetric" }] });

        Assert.Equal("most-least-symmetric", Assert.IsType<PlanMaking.Made>(making).Plan.Items[1].Method);
    }

    [Fact]
    public void An_unknown_method_of_a_plan_is_told_and_not_replaced()
    {
        PlanMaking making = ScoringPlans.Make(Draft("most-least") with { Method = "guess" });

        Assert.Equal(["s1: there is no scoring method 'guess'"], Assert.IsType<PlanMaking.Refused>(making).Problems);
    }

    [Fact]
    public void A_distance_method_does_not_share_a_plan_with_other_formats()
    {
        PlanMaking making = ScoringPlans.Make(Draft("rate-each", "best") with { Method = "raw-distance", Missing = MissingRule.ScoreAnswered });

        Assert.Equal(["raw-distance compares a whole scale and must score every item of the plan"], Assert.IsType<PlanMaking.Refused>(making).Problems);
    }

    [Fact]
    public void Scenarios_of_all_formats_weigh_alike()
    {
        ScoringPlan plan = Assert.IsType<PlanMaking.Made>(ScoringPlans.Make(Draft("rate-each", "most-least", "best", "rank"))).Plan;

        ScoreSheet sheet = Scorer.Score(plan, Sample.Answers(plan, "a=4;b=4;c=2;d=1", "best=a", "best=b", "b>a>c>d"));

        Assert.Equal([.875, .5, 0, 10 / 12.0], sheet.Items.Cast<ItemResult.Scored>().Select(i => i.Points));
        Assert.Equal(100 * (.875 + .5 + 0 + (10 / 12.0)) / 4, sheet.Total.Percent!.Value, 1e-9);
    }

    [Fact]
    public void Profile_and_constant_ratings_look_at_rate_each_items_alone()
    {
        ScoringPlan plan = Assert.IsType<PlanMaking.Made>(ScoringPlans.Make(Draft("rate-each", "most-least"))).Plan;

        ScoreSheet constant = Scorer.Score(plan, Sample.Answers(plan, "a=2;b=2;c=2;d=2", "best=a;worst=d"));
        ScoreSheet asTheKey = Scorer.Score(plan, Sample.Answers(plan, "a=4;b=3;c=2;d=1", "best=d;worst=a"));
        ScoreSheet withoutRatings = Scorer.Score(plan, Sample.Answers(plan, null, "best=a;worst=d"));

        Assert.Equal([ScoreFlag.ConstantRatings], constant.Flags);
        Assert.Equal(1, asTheKey.ProfileCorrelation!.Value, 1e-12);
        Assert.Null(withoutRatings.ProfileCorrelation);
        Assert.Equal([ScoreFlag.ManyOmissions], withoutRatings.Flags);
    }

    private static PlanDraft Draft(params string[] formats)
    {
        var key = new Key("draft-1", KeyStatus.Draft, "", [1, 2, 3, 4], "one author", formats.Index().ToDictionary(f => $"s{f.Index + 1}", _ => new KeyedItem([], Keyed), StringComparer.Ordinal));
        return new PlanDraft(
            Sample.Version(900),
            Sample.Version(901),
            Sample.Version(902),
            key,
            [.. formats.Index().Select(f => new ItemToScore(Sample.Version(f.Index + 1), ItemOf($"s{f.Index + 1}", f.Item), "listen"))],
            []);
    }

    private static Item ItemOf(string id, string format) => new(
        id, ItemUse.Live, format, "probing", Channel.Phone, null, "Title", "Situation", [], Question.Reply, [.. Keyed.Select(o => new Option(o.Option, "Yes"))]);
}
