using System.Xml.Linq;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Monitoring;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Documents;
using EqAssess.Domain.Reports.Manual;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;
using EqAssess.Testing;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Tests.Rendering;

/// <summary>Papers about tests and groups, in every state that has words of its own.</summary>
public sealed class PaperWordsTests
{
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly DateTimeOffset Then = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_text_that_a_paper_may_use_exists_and_no_text_is_idle()
    {
        HashSet<string> used = ["Manual.Instrument", "Manual.Title", "Manual.Subtitle", "Manual.Handling"];
        ReportWords noted = (key, arguments) =>
        {
            used.Add(key);
            return PaperWordsSource.English(key, arguments);
        };

        Assert.NotEmpty(Chapters(noted).Concat(Audit(noted, Reasons).Sections).ToList());

        string file = Path.Combine(SourceTree.Root, "src", "EqAssess.Web", "Resources", "PaperWords.resx");
        Assert.Equal(XDocument.Load(file).Root!.Elements("data").Select(d => d.Attribute("name")!.Value).Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_not_known_is_said_with_what_it_takes()
    {
        string all = Text(Unknown(PaperWordsSource.English));

        Assert.Contains("Not yet known. Needed: a norm group, made and published, of 100 valid first attempts of one population or more; there are 12", all);
        Assert.Contains("Not yet known. Needed: later outcomes", all);
        Assert.Contains("Not yet known. Needed: 100 people of a group and 300 of both groups", all);
        Assert.Contains("Not yet known. Needed: the ratings of a panel", all);
        Assert.Contains("planning values: no data stand behind them", all);
    }

    [Fact]
    public void Fewer_than_five_adjusted_attempts_are_not_counted_out()
    {
        ReportSection few = Adjustments.Of(new AdjustmentFacts(4, 5), PaperWordsSource.English);

        Assert.Equal(["none to 4, which are not counted out", "5"], few.Blocks.OfType<Block.Table>().Single().Rows.Select(r => r.Text));
    }

    [Fact]
    public void The_tables_of_an_audit_hold_rates_and_ratios_and_keep_what_is_left_out()
    {
        ReportDocument audit = Audit(PaperWordsSource.English, Reasons);

        Block.Grid race = audit.Sections.Single(s => s.Code == "race-us-shortlisted").Blocks.OfType<Block.Grid>().Single();
        Assert.Equal(["1,000", "400", "40.0%", "0.80"], race.Rows.Single(r => r.Head == "white").Cells.Take(4).Select(c => c.Replace(" %", "%", StringComparison.Ordinal)));
        Assert.Equal("1.00", race.Rows.Single(r => r.Head == "black").Cells[3]);
        GridRow left = race.Rows.Single(r => r.Head == "pacific");
        Assert.Equal(("–", "Left out of the ratios: too few for a rate"), (left.Cells[3], left.Cells[4]));
        Assert.Equal("hidden", race.Rows.Single(r => r.Head == "native").Cells[0]);
    }

    [Fact]
    public void Papers_never_say_that_emotions_are_measured_or_that_somebody_is_rejected_by_a_rule()
    {
        string all = Text(Chapters(PaperWordsSource.English)) + Text(Audit(PaperWordsSource.English, Reasons).Sections);

        Assert.DoesNotMatch("(?i)measures (your |people’s )?emotions|emotional (state|intelligence)|detects stress|auto-?reject|EEOC requires", all);
    }

    private static Dictionary<string, string> Reasons { get; } = new(StringComparer.Ordinal) { ["race-us.pacific"] = "too few for a rate" };

    private static IEnumerable<ReportSection> Chapters(ReportWords words) => [.. Known(words), .. Unknown(words)];

    private static IEnumerable<ReportSection> Known(ReportWords words)
    {
        foreach (KeyStatus key in Enum.GetValues<KeyStatus>())
        {
            yield return Purpose.Of(new PurposeFacts("Bank", "Form", 2, Day, "en", 24, 40, 3, key), words);
            yield return LimitsOfUse.Of(key, key == KeyStatus.Panel ? 0.65 : 0.5, assumed: true, words);
            yield return KeyOfTest.Of(
                new KeyFacts("panel-1", key, "source", Day, [.. ScoringMethods.All.Select(m => new CodeCount(m.Code, 1))], key == KeyStatus.Draft ? MissingRule.ScoreAnswered : MissingRule.ScoreAll, 90, 6, new PanelFacts(10, 3, Day, key == KeyStatus.Panel ? 0.9 : null, key == KeyStatus.Simulated)), words);
        }

        yield return JobRelatedness.Of([new JobFacts("Advisor", 12, 8, 7, Day, ["Listening"], true), new JobFacts("Agent", 12, 8, 7, Day, ["Listening"], false)], words);
        yield return Content.Of(
            new ContentFacts(
                [new ContentDomain("Listening", 6, ["Probing"])], null, [.. ResponseFormats.All.Select(f => new CodeCount(f.Code, 1))], [.. Enum.GetNames<Channel>().Select(c => new CodeCount(c, 1))], 2, 0.08), words);
        yield return Development.Of(new DevelopmentFacts(24, 20, 4, 1), words);
        var total = new ScaleStatistics(ScoringPlan.Total, 0.74, 12.4, EstimateBasis.Estimated, 412, "stratified alpha over the domains");
        yield return Precision.Of(new PrecisionFacts(412, 0, 100, total, [new DomainPrecision("Listening", total with { Reliability = 0.7, PrmseFromTotal = 0.5 }), new DomainPrecision("Calming", total with { Reliability = 0.4 })], 37), words);
        yield return NormsAndValidity.NormsOf([new NormFacts("Applicants 1", 240, Day, Day, "applicants")], 240, words);
        yield return NormsAndValidity.ValidityOf([new OutcomeFacts("Quality", 120, 0.21, 0.03, 0.37, Day), new OutcomeFacts("CSAT", 12, NoEstimate.InsufficientData, NoEstimate.InsufficientData, NoEstimate.InsufficientData, Day)], words);
        yield return Fairness.Of(new FairnessFacts(800, Day, "panel-1", [Pair(DifStanding.Formal), Pair(DifStanding.Exploratory), Pair(DifStanding.NotEnough)], []), words);
        foreach (ObservedFacts facts in ObservedSample.All())
        {
            yield return Observed.Of(facts, words);
        }

        yield return Impact.Of([new ImpactFacts("Sex", "Female", "Male", [new Fourfold(40, 40, 20, 60), new Fourfold(30, 50, 20, 60)]), new ImpactFacts("Age", "Under 25", "25 to 39", [new Fourfold(0, 40, 0, 60)])], words);
        yield return Adjustments.Of(new AdjustmentFacts(4, 12), words);
        yield return Changes.Of([.. Enum.GetValues<ManualChange>().Select(k => new ChangeFacts(Day, k, 1, "draft-1"))], words);
    }

    private static List<ReportSection> Unknown(ReportWords words) =>
    [
        JobRelatedness.Of([], words),
        KeyOfTest.Of(new KeyFacts("draft-1", KeyStatus.Draft, "source", Day, [], MissingRule.ScoreAll, 90, 6, null), words),
        Precision.Of(new PrecisionFacts(12, 40, 100, new ScaleStatistics(ScoringPlan.Total, 0.72, 13, EstimateBasis.Assumed, null, "planning values"), [], 37), words),
        Precision.Of(new PrecisionFacts(12, 40, 100, null, [], 37), words),
        Observed.Of(null, words),
        NormsAndValidity.NormsOf([], 12, words),
        NormsAndValidity.ValidityOf([], words),
        Fairness.Of(null, words),
        Impact.Of([], words),
    ];

    private static FairnessPair Pair(DifStanding standing) => new("Sex", "Female", "Male", new GroupComparison(
        "sex", "female", "male", 400, 420, standing, standing == DifStanding.NotEnough ? null : new ScoreGap(-0.1, -0.2, 0), false,
        standing == DifStanding.NotEnough ? [] : [new ItemFunctioning(Guid.Empty, DifMethod.Mantel, -0.3, 0.001, 0.002, DifClass.C, true, 0.4, DifClass.A)]));

    private static ReportDocument Audit(ReportWords words, IReadOnlyDictionary<string, string> leftOut)
    {
        GroupTable race = Table("race-us", ("white", 1000, 400), ("black", 200, 100), ("pacific", 20, 10), ("native", 3, 1), ("unknown", 30, 12));
        GroupTable sex = Table("sex", ("female", 600, 250), ("male", 600, 260), ("unknown", 53, 13));
        var crossed = new CrossedGroups("sex", "race-us", Then, 1253, 523, [new CrossedCell("female", "white", 500, 200, 250), new CrossedCell("male", "native", null, null, null)]);
        return BiasAudit.Compose(new BiasAuditInput("Advisor", "Form B", Day, Day, [sex, race], [crossed], leftOut, q => q, (_, g) => g, "en-GB", words));
    }

    private static GroupTable Table(string question, params (string Code, int People, int Passed)[] groups) => Disclosure.Of(
        new GroupCounts(question, [.. groups.Select(g => new ExactGroup(g.Code, g.People, Enum.GetValues<SelectionStage>().ToDictionary(s => s, _ => g.Passed), []))]), Then);

    private static string Text(IEnumerable<ReportSection> sections) => string.Join('\n', sections.Select(s => ReportHtml.Fragment(new ReportDocument(ReportKind.Manual, "", "", "", "", "en-GB", [s]))));
}
