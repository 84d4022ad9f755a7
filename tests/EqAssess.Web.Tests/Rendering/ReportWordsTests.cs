using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Documents;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Tests.Reports;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Tests.Rendering;

public sealed partial class ReportWordsTests
{
    private static readonly ReportWords English = ReportWordsSource.In(CultureInfo.GetCultureInfo("en-GB"));

    [Fact]
    public void Every_text_that_a_report_may_use_exists_and_no_text_is_idle()
    {
        HashSet<string> used = [];
        ReportWords noted = (key, arguments) =>
        {
            used.Add(key);
            return English(key, arguments);
        };

        foreach (ReportInput input in Kinds(noted))
        {
            ReportComposer.Compose(input);
        }

        Assert.NotEmpty(Papers(noted));

        Assert.Equal(Keys().Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_missing_text_throws() => Assert.Throws<KeyNotFoundException>(() => English("Report.NoSuchText"));

    [Fact]
    public void Half_points_are_rounded_away_from_zero_in_words_as_in_the_bar()
    {
        ReportDocument document = ReportComposer.Compose(SampleReport.Input(English) with { Sheet = SampleReport.Sheet(72.5, 72.5, 72.5, 72.5) });

        Assert.Contains("Score 73 of 100", document.Text());
        Assert.Contains("<b>73</b>", ReportHtml.Fragment(document));
        Assert.Contains("reaches about 38", document.Text());
    }

    [Fact]
    public void Numbers_and_dates_stand_as_the_language_writes_them()
    {
        ReportWords german = ReportWordsSource.In(CultureInfo.GetCultureInfo("de-DE"));

        Assert.Contains("reliability ,72", german("Overall.Assumed", 0.72));
        Assert.Equal("14 November 2026", English("Provenance.Date", new DateOnly(2026, 11, 14)));
    }

    [Fact]
    public void An_assumed_error_is_called_assumed_with_planning_values_and_no_data() =>
        Assert.Contains("ASSUMED error: planning values, no data (reliability .72).", ReportComposer.Compose(SampleReport.Input(English)).Text());

    [Fact]
    public void A_provisional_key_is_said_to_fall_short_and_no_number_of_judges_is_made_up()
    {
        string text = ReportComposer.Compose(SampleReport.Input(English).WithPlan(p => p with { KeyStatus = KeyStatus.Provisional })).Text();

        Assert.Contains("at least six judges stand behind it, and their panel fell short of a full one", text);
        Assert.DoesNotContain("six to nine", text);
        Assert.DoesNotContain("fewer than the ten", text);
    }

    [Fact]
    public void The_English_words_about_domains_hold_no_digit()
    {
        IEnumerable<string> texts = Kinds(English).Where(i => i.Plan.Scales.Count <= 1).Select(i => ReportComposer.Compose(i).Text("domains"));

        Assert.All(texts, text => Assert.DoesNotContain(text, char.IsDigit));
    }

    [Fact]
    public void No_report_speaks_of_time_taken_of_emotional_intelligence_or_of_rejecting_by_itself()
    {
        string all = string.Join('\n', Kinds(English).Select(i => ReportComposer.Compose(i).Text()).Concat(Papers(English).Select(p => p.Text())));

        Assert.DoesNotMatch(Forbidden(), all);
    }

    /// <summary>The other papers, in every state that has words of its own.</summary>
    private static List<ReportDocument> Papers(ReportWords words)
    {
        ReportInput input = SampleReport.Input(words);
        ReportInput own = input.WithDomain("our-own") with { Simulated = true };
        ReportInput even = own with { Sheet = SampleReport.Sheet(70, 70, 70, 70) };
        return
        [
            .. AllDocuments.Of(words),
            .. new[] { input, own, even }.SelectMany(i => new[] { InterviewGuide.Compose(i), DevelopmentPlan.Compose(i) }),
            .. Comparisons(input).Select(ComparisonReport.Compose),
        ];
    }

    private static IEnumerable<ComparisonInput> Comparisons(ReportInput input)
    {
        yield return AllDocuments.Comparison(input with { Simulated = true }, ("A", 20), ("B", 90));
        yield return AllDocuments.Comparison(input.WithError(SampleReport.Estimated with { Reliability = 0.66 }), ("A", 20), ("B", 90));
        yield return AllDocuments.Comparison(input.WithError(SampleReport.Estimated with { Reliability = 0.50 }), ("A", 20), ("B", 90));
        yield return AllDocuments.Comparison(input.WithError(), ("A", 20), ("B", 90));
        ComparisonInput plain = AllDocuments.Comparison(input, ("A", 20), ("B", 90));
        ScoreFlag[] flags = Enum.GetValues<ScoreFlag>();
        foreach (ScoringPlan plan in new[] { input.Plan with { Id = Guid.Empty }, input.Plan })
        {
            Guid form = plan.Id == Guid.Empty ? input.Plan.FormVersion : Guid.Empty;
            ScoreSheet sheet = SampleReport.Sheet(20, 20, 20, 95) with { Flags = flags };
            yield return plain with
            {
                People = PeopleComparison.Of(
                [
                    new PersonToCompare("A", input.Plan.FormVersion, input.Sheet, input.Plan, false),
                    new PersonToCompare("B", form, sheet, plan, false),
                ]),
            };
        }
    }

    private static IEnumerable<ReportInput> Kinds(ReportWords words)
    {
        ReportInput input = SampleReport.Input(words);
        yield return input with { Simulated = true, ValidFirstAttempts = 100 };
        yield return input with { Sheet = SampleReport.Sheet(20, 20, 20, 95) with { Flags = Enum.GetValues<ScoreFlag>() } };
        yield return input with { Sheet = SampleReport.Sheet(70, 71, 72), Domains = [.. input.Domains.Take(3)] };
        yield return input.WithError();
        foreach (NormGroup norms in SampleNorms.Kinds(input.ReportedOn))
        {
            yield return input with { Norms = norms };
        }

        yield return input.WithPlan(p => p with { LeftOut = ["resolve"] });
        yield return input.WithError(SampleReport.Estimated);
        yield return input.WithError(SampleReport.Estimated with { Reliability = 0.59 });
        yield return input.WithError(SampleReport.Assumed with { Reliability = 0.65 });
        yield return input.WithError(SampleReport.Estimated, SampleReport.Estimated with { Scale = "listen", Reliability = 0.71, PrmseFromTotal = 0.6 });
        foreach (KeyStatus status in Enum.GetValues<KeyStatus>())
        {
            yield return input.WithPlan(p => p with { KeyStatus = status, Missing = MissingRule.ScoreAnswered });
        }

        foreach (ScoringMethod method in ScoringMethods.All)
        {
            yield return input.WithPlan(p => p with { Method = method.Code });
        }

        foreach (NoEstimate reason in Enum.GetValues<NoEstimate>())
        {
            yield return input with { Sheet = input.Sheet with { Total = input.Sheet.Total with { Percent = null, NotScoredBecause = reason } } };
        }
    }

    private static IEnumerable<string> Keys()
    {
        var texts = new ResourceManager("EqAssess.Web.Resources.ReportWords", typeof(ReportWordsSource).Assembly);
        using ResourceSet set = texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        return [.. set.Cast<DictionaryEntry>().Select(entry => (string)entry.Key)];
    }

    [GeneratedRegex(@"minute|\bhour|duration|time limit|extra time|emotional intelligence|your emotion|stays calm|stress|accommodation|\bfail", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
