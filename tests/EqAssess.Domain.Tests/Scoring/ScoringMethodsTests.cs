using EqAssess.Domain.Formats;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Scoring.Methods;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class ScoringMethodsTests
{
    [Fact]
    public void Every_scoring_method_is_listed()
    {
        IEnumerable<Type> written = typeof(ScoringMethod).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ScoringMethod)) && !t.IsAbstract);

        HashSet<Type> listed = [.. ScoringMethods.All.Select(m => m.GetType())];

        Assert.Equal(listed, written.ToHashSet());
    }

    [Fact]
    public void Every_code_is_used_once_and_finds_its_method()
    {
        string[] codes = [.. ScoringMethods.All.Select(m => m.Code)];

        Assert.Distinct(codes);
        Assert.All(ScoringMethods.All, m => Assert.Same(m, ScoringMethods.Find(m.Code)));
    }

    [Fact]
    public void Every_method_scores_a_format_that_exists()
    {
        IReadOnlyList<ScoringMethod> methods = ScoringMethods.All;

        Assert.All(methods, m => Assert.NotNull(ResponseFormats.Find(m.Format)));
    }

    [Fact]
    public void The_default_is_keyed_credit()
    {
        ScoringMethod method = ScoringMethods.Default;

        Assert.Equal("keyed-credit", method.Code);
    }

    [Theory]
    [InlineData("rate-each", "keyed-credit")]
    [InlineData("most-least", "most-least-points")]
    [InlineData("best", "best-dichotomous")]
    [InlineData("rank", "rank-near-miss")]
    public void Every_format_has_its_default(string format, string method)
    {
        Assert.Equal(method, ScoringMethods.DefaultFor(format)?.Code);
        Assert.All(ResponseFormats.All, f => Assert.NotNull(ScoringMethods.DefaultFor(f.Code)));
    }

    [Fact]
    public void An_unknown_method_is_a_defect()
    {
        const string Unknown = "no-such-method";

        Assert.Null(ScoringMethods.Find(Unknown));
        Assert.Throws<ArgumentException>(() => ScoringMethods.Get(Unknown));
    }

    [Theory]
    [InlineData(1, new[] { 1, .5, 0, 0 })]
    [InlineData(2, new[] { .5, 1, 0, 0 })]
    [InlineData(3, new[] { 0, 0, 1, .5 })]
    [InlineData(4, new[] { 0, 0, .5, 1 })]
    public void Keyed_credit_pays_a_half_for_a_neighbour_on_the_same_side(int key, double[] credits)
    {
        var option = new KeyedOption("a", key, "", []);

        IEnumerable<double> got = Enumerable.Range(1, 4).Select(rating => new KeyedCredit().CreditOf(option, rating, new RatingRange(1, 4)));

        Assert.Equal(credits, got);
    }

    [Theory]
    [InlineData(2.5, 3, 1)]
    [InlineData(2.4999, 2, 1)]
    [InlineData(3.5, 4, 1)]
    [InlineData(2.5, 2, .75)]
    public void Linear_near_miss_rounds_the_key_half_up(double key, int rating, double credit)
    {
        var option = new KeyedOption("a", key, "", []);

        double got = new LinearNearMiss().CreditOf(option, rating, new RatingRange(1, 5));

        Assert.Equal(credit, got);
    }

    [Fact]
    public void Dichotomous_leaves_out_an_option_whose_key_lies_on_the_midpoint()
    {
        ScoringPlan plan = Sample.Plan(Sample.Scenario(1, "listen", 2.5, 4)).WithMethod("dichotomous");

        ScoreSheet sheet = Scorer.Score(plan, Sample.Answers(plan, "a=1;b=3"));

        Assert.Equal(100, sheet.Total.Percent);
    }

    [Fact]
    public void Dichotomous_pays_nothing_for_the_midpoint()
    {
        var option = new KeyedOption("a", 4, "", []);

        double credit = new Dichotomous().CreditOf(option, 3, new RatingRange(1, 5));

        Assert.Equal(0, credit);
    }
}
