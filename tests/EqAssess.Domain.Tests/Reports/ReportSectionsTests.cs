using System.Text.Json;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Reports;

public sealed class ReportSectionsTests
{
    [Fact]
    public void Every_section_stands_in_the_catalogue_once_and_codes_are_unique()
    {
        IEnumerable<Type> written = typeof(IReportSection).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IReportSection)));

        Assert.Equal(written.Order(ByName), ReportSections.All.Select(s => s.GetType()).Order(ByName));
        Assert.Equal(ReportSections.All.Count, ReportSections.All.Select(s => s.Code).Distinct().Count());
        Assert.All(ReportSections.All, s => Assert.Matches("^[a-z]+$", s.Code));
    }

    [Fact]
    public void A_report_holds_the_sections_in_the_order_of_the_catalogue()
    {
        ReportInput input = SampleReport.Input();

        ReportDocument document = ReportComposer.Compose(input with { Norms = SampleNorms.Of(200, input.ReportedOn) });

        Assert.Equal(ReportSections.All.Select(s => s.Code), document.Sections.Select(s => s.Code));
        Assert.Equal("Amara Okafor", document.Title);
        Assert.Equal("en-GB", document.Language);
    }

    [Fact]
    public void A_report_is_the_same_after_a_trip_through_JSON()
    {
        ReportDocument document = ReportComposer.Compose(SampleReport.Input());

        string json = JsonSerializer.Serialize(document);
        ReportDocument back = JsonSerializer.Deserialize<ReportDocument>(json)!;

        Assert.Equal(json, JsonSerializer.Serialize(back));
        Assert.Equal(document.Text(), back.Text());
        Assert.Equal(document.Sections[0].Blocks.OfType<Block.ScoreBar>(), back.Sections[0].Blocks.OfType<Block.ScoreBar>());
    }

    [Fact]
    public void A_report_is_made_from_nothing_that_knows_time_limits_or_moments()
    {
        IEnumerable<Type> known = new[] { typeof(ReportInput), typeof(ScoreSheet), typeof(ScoringPlan), typeof(PlannedItem) }
            .SelectMany(t => t.GetProperties()).Select(p => p.PropertyType);

        Assert.DoesNotContain(known, t => t == typeof(TimeSpan) || t == typeof(DateTimeOffset) || t == typeof(DateTime));
    }

    [Fact]
    public void Provenance_names_bank_form_key_method_plan_engine_and_the_digest_of_the_answers()
    {
        string text = ReportComposer.Compose(SampleReport.Input()).Text("provenance");

        Assert.Contains("Contact-centre empathy", text);
        Assert.Contains("Provenance.FormAndVersion(Form B|3)", text);
        Assert.Contains("Provenance.KeyAndSource(draft-1|Provenance.Key.Draft|drafted with", text);
        Assert.Contains("Method.keyed-credit Missing.ScoreAll", text);
        Assert.Contains("0199a1b2-0000-7000-8000-000000000001", text);
        Assert.Contains("Provenance.Engine:  1.0", text);
        Assert.Contains("9f86d081884c7d65", text);
        Assert.DoesNotContain("9f86d081884c7d659", text);
    }

    [Fact]
    public void An_item_with_a_method_of_its_own_is_explained_too()
    {
        ReportInput input = SampleReport.Input().WithPlan(p => p with { Items = [p.Items[0], p.Items[1] with { Method = "dichotomous" }] });

        Assert.Contains("Method.keyed-credit Method.dichotomous Missing.ScoreAll", ReportComposer.Compose(input).Text("provenance"));
    }

    private static readonly Comparer<Type> ByName = Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));
}
