using EqAssess.Domain.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Scoring;

/// <summary>What must hold for every keyed item of the pick and rank formats, under every method that takes the item.</summary>
public sealed class PickMethodProperties
{
    private static readonly RatingRange Range = new(1, 4);
    private static readonly CreditMethod[] Methods = [.. ScoringMethods.All.Where(m => m.Format != "rate-each").Cast<CreditMethod>()];

    /// <summary>An item that its method can score: three to five options, some dropped, keys between the points of the scale.</summary>
    private static readonly Gen<(CreditMethod Method, PlannedItem Item)> AnySound =
        (from method in Gen.Elements(Methods)
         from count in Gen.Choose(3, 5)
         from keys in Gen.ArrayOf(Gen.Choose(4, 16), count)
         from dropped in Gen.ArrayOf(Gen.Choose(0, 5), count)
         let item = Sample.Scenario(1, "listen", [.. keys.Select(k => k / 4d)]) with { Format = method.Format }
         select (method, item with { Options = [.. item.Options.Zip(dropped, (o, d) => d == 0 ? o with { DroppedBecause = "disputed" } : o)] }))
        .Where(x => x.Item2.ScoredOptions().Any() && x.method.Problems(x.Item2, Range).Count == 0);

    [Fact]
    public void Answering_as_the_key_gives_100()
    {
        ForAll((method, item) =>
        {
            ScoringPlan plan = PlanOf(method, item);

            ScoreSheet sheet = Scorer.Score(plan, Sample.Answers(plan, Picks.AsTheKey(item)));

            Assert.Empty(ScoringPlanChecks.Problems(plan));
            Assert.Equal(100, sheet.Total.Percent!.Value, 1e-9);
            Assert.Empty(sheet.Flags);
        });
    }

    [Fact]
    public void An_empty_response_gives_0_and_is_an_omission()
    {
        ForAll((method, item) =>
        {
            ScoringPlan plan = PlanOf(method, item);

            ScoreSheet sheet = Scorer.Score(plan, Sample.Answers(plan, (string?)null));

            Assert.Equal(0, sheet.Total.Percent);
            Assert.IsType<ItemResult.Omitted>(Assert.Single(sheet.Items));
        });
    }

    [Fact]
    public void Credit_lies_between_0_and_1_and_no_response_beats_the_key()
    {
        ForAll((method, item) =>
            Assert.All(Picks.AllResponses(item), response => Assert.InRange(CreditOf(method, item, response), 0, 1 + 1e-12)));
    }

    [Fact]
    public void Chance_is_the_mean_over_all_ways_to_answer()
    {
        ForAll((method, item) =>
        {
            double mean = Picks.AllResponses(item).Average(response => CreditOf(method, item, response));

            Assert.Equal(mean, method.ChanceCredit(item, Range), 1e-9);
            Assert.Equal(100 * mean, ChanceScore.Percent(PlanOf(method, item)), 1e-7);
        });
    }

    private static double CreditOf(CreditMethod method, PlannedItem item, string response)
    {
        ItemCredit credit = method.Credit(item, response, Range);
        return credit.Sum / credit.Choices;
    }

    private static ScoringPlan PlanOf(CreditMethod method, PlannedItem item) => Sample.Plan(item with { Method = method.Code });

    private static void ForAll(Action<CreditMethod, PlannedItem> check) =>
        Prop.ForAll(AnySound.ToArbitrary(), x => check(x.Method, x.Item)).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}
