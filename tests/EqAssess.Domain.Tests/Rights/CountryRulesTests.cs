using EqAssess.Domain.Rights;

namespace EqAssess.Domain.Tests.Rights;

public sealed class CountryRulesTests
{
    [Theory]
    [InlineData("GB", 12, false)]
    [InlineData("US", 24, true)]
    [InlineData("US-CA", 48, true)]
    [InlineData("US-NY", 24, true)] // A state that is not listed: the country's.
    [InlineData("XX", 12, false)]
    [InlineData("", 12, false)]
    public void Every_country_has_a_usual_time_for_records(string country, int months, bool mustKeep)
    {
        RecordRule rule = RecordRules.Of(country);

        Assert.Equal((months, mustKeep), (rule.Months, rule.MustKeep));
        Assert.NotEmpty(rule.Source);
    }

    [Theory]
    [InlineData("GB", "sex age disability ethnic-group-gb")]
    [InlineData("US-CA", "sex age disability race-us")]
    [InlineData("ES", "sex age disability")]
    [InlineData("", "sex age disability")]
    public void Ethnic_group_is_asked_only_where_its_categories_are_customary(string country, string questions) =>
        Assert.Equal(questions.Split(' '), MonitoringForms.Of(country).Select(q => q.Code));

    [Fact]
    public void Every_question_can_be_left_open_politely() =>
        Assert.All(MonitoringForms.All, q => Assert.Equal(MonitoringForms.PreferNot, q.Answers[^1]));
}
