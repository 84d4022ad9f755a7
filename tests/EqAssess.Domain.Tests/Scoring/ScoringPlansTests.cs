using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class ScoringPlansTests
{
    private static readonly KeyedOption A = new("a", 4, "It answers what was asked.", ["own-it"]);
    private static readonly KeyedOption B = new("b", 1, "It blames the customer.", ["own-it"]);

    [Fact]
    public void A_plan_takes_over_what_the_key_and_the_form_say()
    {
        PlanDraft draft = Draft(KeyOf(("late-parcel", [A, B])), ItemCalled("late-parcel")) with { Missing = MissingRule.ScoreAnswered };

        ScoringPlan plan = Assert.IsType<PlanMaking.Made>(ScoringPlans.Make(draft)).Plan;

        Assert.Equal((draft.Id, draft.FormVersion, draft.KeyVersionId), (plan.Id, plan.FormVersion, plan.KeyVersionId));
        Assert.Equal(("panel-1", KeyStatus.Panel, "twelve judges", "keyed-credit"), (plan.KeyVersion, plan.KeyStatus, plan.KeySource, plan.Method));
        Assert.Equal((MissingRule.ScoreAnswered, draft.Key.Scale), (plan.Missing, plan.RatingScale));
        PlannedItem item = Assert.Single(plan.Items);
        Assert.Equal((Sample.Version(1), "late-parcel", "rate-each", "listen", 1.0), (item.ItemVersion, item.ItemId, item.Format, item.Domain, item.Weight));
        Assert.Equal([A, B], item.Options);
    }

    [Fact]
    public void An_item_that_the_key_does_not_cover_is_refused()
    {
        PlanDraft draft = Draft(KeyOf(("late-parcel", [A, B])), ItemCalled("cold-meal"));

        PlanMaking making = ScoringPlans.Make(draft);

        Assert.Equal(["cold-meal: key panel-1 does not cover the item"], ProblemsOf(making));
    }

    [Fact]
    public void An_option_without_a_key_and_a_key_without_an_option_are_refused()
    {
        PlanDraft draft = Draft(KeyOf(("late-parcel", [A, B with { Option = "z" }])), ItemCalled("late-parcel"));

        PlanMaking making = ScoringPlans.Make(draft);

        Assert.Equal(
            ["late-parcel: option 'b' has no key", "late-parcel: the key names option 'z', which the item does not have"],
            ProblemsOf(making));
    }

    [Fact]
    public void A_practice_item_is_refused()
    {
        PlanDraft draft = Draft(KeyOf(("late-parcel", [A, B])), ItemCalled("late-parcel") with { Use = ItemUse.Practice });

        PlanMaking making = ScoringPlans.Make(draft);

        Assert.Equal(["late-parcel: a practice item never counts"], ProblemsOf(making));
    }

    [Fact]
    public void A_method_that_lacks_what_it_needs_is_refused()
    {
        PlanDraft draft = Draft(KeyOf(("late-parcel", [A, B with { Ratings = [1, 1, 2] }])), ItemCalled("late-parcel")) with { Method = "mode-consensus" };

        PlanMaking making = ScoringPlans.Make(draft);

        Assert.Equal(["late-parcel: option 'a': mode-consensus needs the judges' ratings"], ProblemsOf(making));
    }

    private static IReadOnlyList<string> ProblemsOf(PlanMaking making) => Assert.IsType<PlanMaking.Refused>(making).Problems;

    private static Key KeyOf(params (string Item, KeyedOption[] Options)[] items) => new(
        "panel-1",
        KeyStatus.Panel,
        "median",
        [1, 2, 3, 4],
        "twelve judges",
        items.ToDictionary(i => i.Item, i => new KeyedItem([], i.Options), StringComparer.Ordinal));

    private static Item ItemCalled(string id) => new(
        id, ItemUse.Live, "rate-each", "probing", Channel.Phone, null, "Title", "Situation", [], Question.Reply, [new Option("a", "Yes"), new Option("b", "No")]);

    private static PlanDraft Draft(Key key, Item item) =>
        new(Sample.Version(900), Sample.Version(901), Sample.Version(902), key, [new ItemToScore(Sample.Version(1), item, "listen")], []);
}
