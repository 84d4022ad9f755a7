using EqAssess.Domain.Attempts;
using EqAssess.Domain.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Scoring;

/// <summary>What must hold for every plan and every way to answer it. FsCheck makes the plans; a failure prints the seed to replay it.</summary>
public sealed class ScoringProperties
{
    private static readonly Gen<PlannedItem> AnyItem =
        from count in Gen.Choose(2, 5)
        from domain in Gen.Elements("listen", "express", "resolve")
        from options in Gen.ListOf(AnyOption(), count)
        select Sample.Scenario(0, domain, [.. options.Select(o => o.Effectiveness)]) with
        {
            Options = [.. options.Select((o, i) => o with { Option = $"{(char)('a' + i)}", DroppedBecause = i == 0 ? null : o.DroppedBecause })],
        };

    private static readonly Gen<ScoringPlan> AnyPlan =
        from count in Gen.Choose(1, 6)
        from items in Gen.ListOf(AnyItem, count)
        select Sample.Plan([.. items.Select((item, i) => item with { ItemVersion = Sample.Version(i + 1), ItemId = $"s{i + 1}" })]);

    /// <summary>A plan with ratings; about one rating in ten is left out.</summary>
    private static readonly Gen<(ScoringPlan Plan, int?[] Ratings)> AnyAttempt =
        from plan in AnyPlan
        from ratings in Gen.ArrayOf(Gen.Choose(0, 19), plan.Items.Sum(i => i.Options.Count))
        select (plan, ratings.Select(r => r < 2 ? (int?)null : (r % 4) + 1).ToArray());

    [Fact]
    public void Rating_as_the_key_gives_100()
    {
        ForAll(AnyPlan, plan =>
        {
            ScoreSheet sheet = Scorer.Score(plan, AsTheKey(plan));

            Assert.Equal(100, sheet.Total.Percent!.Value, 1e-9);
            Assert.All(sheet.Domains, d => Assert.Equal(100, d.Percent!.Value, 1e-9));
            Assert.True(sheet.ProfileCorrelation is null or > 1 - 1e-9);
        });
    }

    [Theory]
    [InlineData("linear-near-miss")]
    [InlineData("dichotomous")]
    [InlineData("raw-distance")]
    [InlineData("squared-distance")]
    public void Rating_as_the_key_gives_100_under_other_methods_that_look_at_the_key(string method)
    {
        ForAll(AnyPlan, plan =>
        {
            ScoreSheet sheet = Scorer.Score(plan.WithMethod(method), AsTheKey(plan));

            Assert.Equal(100, sheet.Total.Percent!.Value, 1e-9);
        });
    }

    [Fact]
    public void An_empty_attempt_gives_0()
    {
        ForAll(AnyPlan, plan =>
        {
            ScoreSheet sheet = Scorer.Score(plan, Sample.Rate(plan, (_, _) => null));

            Assert.Equal((0, 0), (sheet.Total.Percent, sheet.Total.Points));
            Assert.Equal(plan.Items.Count, sheet.Items.OfType<ItemResult.Omitted>().Count());
        });
    }

    [Fact]
    public void The_same_responses_in_any_order_give_the_same_sheet()
    {
        ForAll(AnyAttempt.Zip(Gen.Choose(0, 5)), attempt =>
        {
            ((ScoringPlan plan, int?[] ratings), int turn) = attempt;
            ResponseSet responses = Sample.RateInTurn(plan, ratings);
            var turned = new ResponseSet([.. responses.Items.Skip(turn), .. responses.Items.Take(turn).Reverse()]);

            ScoreSheet first = Scorer.Score(plan, responses);
            ScoreSheet second = Scorer.Score(plan, turned);

            Assert.Equivalent(first, second, strict: true);
        });
    }

    [Fact]
    public void Credit_lies_between_0_and_the_weight_and_percent_between_0_and_100_under_every_rate_each_method()
    {
        ForAll(AnyAttempt.Zip(Gen.Elements(ScoringMethods.All.Where(m => m.Format == "rate-each"))), attempt =>
        {
            ((ScoringPlan plan, int?[] ratings), ScoringMethod method) = attempt;

            ScoreSheet sheet = Scorer.Score(plan.WithMethod(method.Code), Sample.RateInTurn(plan, ratings));

            Assert.All(sheet.Items.OfType<ItemResult.Scored>(), item => Assert.InRange(item.Points, 0, item.Maximum));
            Assert.All([sheet.Total, .. sheet.Domains], scale => Assert.InRange(scale.Percent ?? 0, 0, 100 + 1e-9));
            Assert.All([sheet.Total, .. sheet.Domains], scale => Assert.Equal(scale.Percent is null, scale.NotScoredBecause is not null));
        });
    }

    [Fact]
    public void Domains_add_up_to_the_total()
    {
        ForAll(AnyAttempt, attempt =>
        {
            ScoreSheet sheet = Scorer.Score(attempt.Plan, Sample.RateInTurn(attempt.Plan, attempt.Ratings));

            Assert.Equal(sheet.Total.Points, sheet.Domains.Sum(d => d.Points), 1e-9);
            Assert.Equal(sheet.Total.MaximumPoints, sheet.Domains.Sum(d => d.MaximumPoints), 1e-9);
            Assert.Equal(sheet.Total.Items, sheet.Domains.Sum(d => d.Items));
        });
    }

    [Fact]
    public void Ratings_of_dropped_options_change_no_score()
    {
        ForAll(AnyAttempt, attempt =>
        {
            (ScoringPlan plan, int?[] ratings) = attempt;
            KeyedOption[] options = [.. plan.Items.SelectMany(i => i.Options)];
            int?[] others = [.. ratings.Zip(options, (r, o) => o.DroppedBecause is null ? r : 5 - r)];

            ScoreSheet first = Scorer.Score(plan, Sample.RateInTurn(plan, ratings));
            ScoreSheet second = Scorer.Score(plan, Sample.RateInTurn(plan, others));

            Assert.Equivalent(first with { ResponsesSha256 = "" }, second with { ResponsesSha256 = "" }, strict: true);
        });
    }

    [Fact]
    public void Answering_more_never_lowers_a_score_under_score_all()
    {
        ForAll(AnyAttempt, attempt =>
        {
            (ScoringPlan plan, int?[] ratings) = attempt;
            int?[] completed = [.. ratings.Select(r => r ?? 2)];

            double? before = Scorer.Score(plan, Sample.RateInTurn(plan, ratings)).Total.Percent;
            double? after = Scorer.Score(plan, Sample.RateInTurn(plan, completed)).Total.Percent;

            Assert.True(after >= before);
        });
    }

    [Fact]
    public void Only_the_ratio_of_weights_matters()
    {
        ForAll(AnyAttempt, attempt =>
        {
            (ScoringPlan plan, int?[] ratings) = attempt;
            ScoringPlan heavier = plan with { Items = [.. plan.Items.Select(i => i with { Weight = 7 })] };

            double? light = Scorer.Score(plan, Sample.RateInTurn(plan, ratings)).Total.Percent;
            double? heavy = Scorer.Score(heavier, Sample.RateInTurn(plan, ratings)).Total.Percent;

            Assert.Equal(light!.Value, heavy!.Value, 1e-9);
        });
    }

    [Fact]
    public void A_constant_responder_gets_no_profile_correlation()
    {
        ForAll(AnyPlan.Zip(Gen.Choose(1, 4)), attempt =>
        {
            ScoreSheet sheet = Scorer.Score(attempt.Item1, Sample.Rate(attempt.Item1, (_, _) => attempt.Item2));

            Assert.Null(sheet.ProfileCorrelation);
        });
    }

    [Fact]
    public void Keyed_credit_gives_chance_37_and_a_half_whatever_the_key()
    {
        ForAll(AnyPlan, plan =>
        {
            double chance = ChanceScore.Percent(plan);

            Assert.Equal(37.5, chance, 1e-9);
        });
    }

    private static Gen<KeyedOption> AnyOption() =>
        from key in Gen.Choose(1, 4)
        from dropped in Gen.Choose(0, 4)
        from ratings in Gen.ArrayOf(Gen.Choose(1, 4), 7)
        select new KeyedOption("", key, "", [], dropped == 0 ? "disputed" : null, ratings);

    private static ResponseSet AsTheKey(ScoringPlan plan) => Sample.Rate(plan, (_, option) => (int)option.Effectiveness);

    private static void ForAll<T>(Gen<T> gen, Action<T> check) => Prop.ForAll(gen.ToArbitrary(), check).QuickCheckThrowOnFailure();
}
