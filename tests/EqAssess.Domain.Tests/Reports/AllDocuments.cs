using EqAssess.Domain.Banks;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Documents;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Reports;

/// <summary>A document of each kind, made from the sample report.</summary>
internal static class AllDocuments
{
    public static IEnumerable<ReportDocument> Of(ReportWords words)
    {
        ReportInput input = SampleReport.Input(words);
        yield return ReportComposer.Compose(input);
        yield return InterviewGuide.Compose(input);
        yield return DevelopmentPlan.Compose(input);
        yield return ComparisonReport.Compose(Comparison(input, ("Amara Okafor", 81), ("Bo Lind", 77), ("Carmen Reyes", 52)));
    }

    public static ReportDocument Feedback(ReportWords words) => FeedbackReport.Compose(new FeedbackInput(
        new FeedbackFrame("Instrument", "Amara · Advisor", "For you", "Before you read"),
        [new DomainFeedback("recognise", "Recognising", FeedbackBand.OftenAgreed), new DomainFeedback("our-own", "Our own", null)],
        KeyStatus.Draft,
        "en",
        words));

    public static ComparisonInput Comparison(ReportInput input, params IEnumerable<(string Name, double Percent)> people) => new(
        PeopleComparison.Of([.. people.Select(p => Person(input, p.Name, p.Percent))]),
        input.Campaign,
        input.BankTitle,
        input.FormName,
        input.FormVersion,
        input.Plan,
        input.Domains,
        input.ChancePercent,
        input.ReportedOn,
        input.Language,
        input.Words);

    public static ReportInput WithDomain(this ReportInput input, string code) =>
        input with { Domains = [new BankDomain(code, "Our own domain", "Tell us about it.", "And then?", []), .. input.Domains] };

    private static PersonToCompare Person(ReportInput input, string name, double percent) => new(
        name, input.Plan.FormVersion, SampleReport.Sheet(percent, percent, percent, percent), input.Plan, input.Simulated);
}
