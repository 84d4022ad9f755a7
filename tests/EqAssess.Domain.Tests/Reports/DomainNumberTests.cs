using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Reports;

public sealed class DomainNumberTests
{
    private static readonly ScaleStatistics Good = new("listen", 0.71, 15, EstimateBasis.Estimated, 412, "alpha over the scenarios", PrmseFromTotal: 0.62);

    [Fact]
    public void A_domain_that_is_reliable_and_says_more_than_the_total_has_a_number_with_its_interval()
    {
        DomainNumber number = Of(Good)!;

        Assert.Equal(75, number.Percent);
        Assert.Equal(15 * Math.Sqrt(0.29), number.StandardError, 1e-9);
        Assert.True(number.Lower < 75 && number.Upper > 75);
        Assert.Contains("Domains.Number(75|", ReportComposer.Compose(Input(Good)).Text("domains"));
        Assert.Contains("Domains.WhyNumbers", ReportComposer.Compose(Input(Good)).Text("domains"));
    }

    [Fact]
    public void Otherwise_words_have_to_do()
    {
        Assert.Null(Of(Good with { Reliability = 0.59, PrmseFromTotal = 0.4 }));
        Assert.Null(Of(Good with { PrmseFromTotal = 0.71 }));
        Assert.Null(Of(Good with { PrmseFromTotal = null }));
        Assert.Null(Of(Good with { Attempts = 99 }));
        Assert.Null(Of(Good with { Basis = EstimateBasis.Assumed }));
        Assert.Null(Of(Good with { Scale = "express" }));
    }

    [Fact]
    public void Where_the_whole_score_is_hidden_no_part_of_it_is_shown() => Assert.Null(DomainNumber.Of(
        Input(Good).Sheet, Input(Good).Plan with { Scales = [SampleReport.Estimated with { Reliability = 0.59 }, Good] }, "listen"));

    private static ReportInput Input(ScaleStatistics domain) => SampleReport.Input().WithError(SampleReport.Estimated, domain);

    private static DomainNumber? Of(ScaleStatistics domain) => DomainNumber.Of(Input(domain).Sheet, Input(domain).Plan, "listen");
}
