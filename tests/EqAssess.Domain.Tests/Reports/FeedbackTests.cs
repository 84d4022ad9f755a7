using EqAssess.Domain.Banks;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Tests.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Reports;

/// <summary>Feedback says something about a domain, and nothing about a scenario, a reply or the key.</summary>
public sealed class FeedbackTests
{
    private static readonly string[] Codes = ["recognise", "listen", "express", "resolve"];
    private static readonly IReadOnlyList<BankDomain> Domains = [.. Codes.Select(c => new BankDomain(c, $"Title of {c}", "", "", []))];
    private static readonly ScaleStatistics Planning = new(ScoringPlan.Total, 0.60, 12, EstimateBasis.Assumed, null, "planning values");

    /// <summary>Keys of a form of three scenarios in each domain, ratings of it, and other ratings of one of its scenarios.</summary>
    private static readonly Gen<(int[] Keys, int[] Ratings, int Item, int[] Others)> AnyTwoAttempts =
        from keys in Gen.ArrayOf(Gen.Choose(1, 4), 48)
        from skill in Gen.Choose(0, 3)
        from errors in Gen.ArrayOf(Gen.Choose(-3, 3), 48)
        from item in Gen.Choose(0, 11)
        from others in Gen.ArrayOf(Gen.Choose(1, 4), 4)
        select (keys, keys.Zip(errors, (key, error) => Math.Clamp(key + (error * skill / 3), 1, 4)).ToArray(), item, others);

    [Fact]
    public void One_scenario_answered_otherwise_changes_no_word_but_the_band_of_its_domain_and_that_by_one_step_at_most()
    {
        int changed = 0;
        ForAll(AnyTwoAttempts, pair =>
        {
            ScoringPlan plan = Plan(3, pair.Keys);
            int[] others = [.. pair.Ratings];
            pair.Others.CopyTo(others, pair.Item * 4);

            IReadOnlyList<DomainFeedback> before = Of(plan, pair.Ratings);
            IReadOnlyList<DomainFeedback> after = Of(plan, others);

            string domain = plan.Items[pair.Item].Domain;
            Assert.Equal(before.Where(d => d.Domain != domain), after.Where(d => d.Domain != domain));
            DomainFeedback own = after.Single(d => d.Domain == domain);
            DomainFeedback was = before.Single(d => d.Domain == domain);
            Assert.Equal(was, own with { Band = was.Band });
            if (was.Band is FeedbackBand from && own.Band is FeedbackBand to)
            {
                Assert.InRange(Math.Abs(from - to), 0, 1);
                changed += from == to ? 0 : 1;
            }
        });
        Assert.NotEqual(0, changed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_domain_of_fewer_than_three_scenarios_gets_no_word(int itemsOfADomain)
    {
        int[] keys = [.. Enumerable.Repeat<int[]>([4, 3, 2, 1], itemsOfADomain * 4).SelectMany(k => k)];

        Assert.All(Of(Plan(itemsOfADomain, keys), keys), d => Assert.Null(d.Band));
    }

    [Fact]
    public void Answers_like_the_key_against_it_and_in_between_get_three_words()
    {
        int[] keys = [.. Enumerable.Repeat<int[]>([4, 1, 4, 1], 12).SelectMany(k => k)];
        ScoringPlan plan = Plan(3, keys);

        Assert.All(Of(plan, keys), d => Assert.Equal(FeedbackBand.OftenAgreed, d.Band));
        Assert.All(Of(plan, [.. keys.Select(k => 5 - k)]), d => Assert.Equal(FeedbackBand.SeldomAgreed, d.Band));
        Assert.All(Of(plan, [.. keys.Select(k => k == 4 ? 3 : 2)]), d => Assert.Equal(FeedbackBand.PartlyAgreed, d.Band));
    }

    [Fact]
    public void Nobody_gets_a_word_where_the_whole_score_is_too_weak_where_much_was_left_out_or_where_all_ratings_are_the_same()
    {
        int[] keys = [.. Enumerable.Repeat<int[]>([4, 1, 4, 1], 12).SelectMany(k => k)];
        ScoringPlan weak = Plan(3, keys) with { Scales = [Planning with { Reliability = 0.59 }] };
        ScoringPlan plan = Plan(3, keys);
        ScoreSheet leftOut = Scorer.Score(plan, Sample.RateInTurn(plan, [.. keys.Select((k, i) => i < 16 ? (int?)null : k)]));

        Assert.All(Of(weak, keys), d => Assert.Null(d.Band));
        Assert.All(Feedback.Of(leftOut, plan, Domains), d => Assert.Null(d.Band));
        Assert.All(Of(plan, [.. keys.Select(_ => 3)]), d => Assert.Null(d.Band));
    }

    private static IReadOnlyList<DomainFeedback> Of(ScoringPlan plan, IReadOnlyList<int> ratings) =>
        Feedback.Of(Scorer.Score(plan, Sample.RateInTurn(plan, [.. ratings.Select(r => (int?)r)])), plan, Domains);

    private static ScoringPlan Plan(int itemsOfADomain, IReadOnlyList<int> keys) => Sample.Plan(
        [.. Enumerable.Range(0, itemsOfADomain * 4).Select(i => Sample.Scenario(i + 1, Codes[i / itemsOfADomain], [.. keys.Skip(i * 4).Take(4).Select(k => (double)k)]))])
        with { Scales = [Planning] };

    private static void ForAll<T>(Gen<T> any, Action<T> holds) => Prop.ForAll(any.ToArbitrary(), holds).QuickCheckThrowOnFailure();
}
