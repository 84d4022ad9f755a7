using System.Text.RegularExpressions;
using System.Xml.Linq;
using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Insights;
using EqAssess.Domain.JobRecords;
using EqAssess.Domain.Monitoring;
using EqAssess.Domain.Panels;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Rights;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;
using EqAssess.Domain.Statistics.Norms;
using EqAssess.Domain.Statistics.Validity;
using EqAssess.Web.Composition;
using EqAssess.Web.Jobs;
using EqAssess.Web.Pages.Judge;
using EqAssess.Web.Pages.Links;
using EqAssess.Web.Pages.Monitoring;
using EqAssess.Web.Pages.Panels;
using EqAssess.Web.Services;
using Xunit;
using CampaignForm = EqAssess.Web.Pages.Campaigns.NewModel;

namespace EqAssess.Web.Tests.Pages;

/// <summary>Texts are asked for by key: <c>W["…"]</c> for staff, <c>C["…"]</c> for candidates, <c>J["…"]</c> for judges, <c>words["…"]</c> for any.</summary>
public sealed partial class ResourceKeyTests
{
    private static readonly string[] Rounds = ["1", "2"];
    private static readonly string[] Coefficients = ["Stratified", "Alpha", "Omega", "Split", "Lambda"];
    private static readonly string[] HelpParts = ["People", "Reliability", "Items", "Options", "Flags", "Times", "Months", "Pairs", "Compare", "Estimates", "Small"];

    /// <summary>What can stand in the hole of a key, by the key with its hole. A key with a hole that is not here fails a test.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> Holes = new(StringComparer.Ordinal)
    {
        ["Bank.Key.{}.Text"] = Enum.GetNames<KeyStatus>(),
        ["Bank.Key.{}.Title"] = Enum.GetNames<KeyStatus>(),
        ["About.Problem.{}"] = Enum.GetNames<IntroductionProblem>(),
        ["Asked.Kind.{}"] = [.. Enum.GetNames<CandidateRequestKind>(), "Adjustment"],
        ["Asked.State.{}"] = Enum.GetNames<RequestState>(),
        ["Country.{}"] = [.. RecordRules.All.Select(CampaignForm.KeyOf)],
        ["Data.Choice.{}"] = ["number", "rating", "most", "least"],
        ["Data.Decision.{}"] = Enum.GetNames<DecisionOutcome>(),
        ["Data.End.{}"] = ["running", "handed-in", "time-ended", "withdrawn"],
        ["Data.Key.{}"] = [.. Enum.GetNames<KeyStatus>().Select(s => s.ToLowerInvariant())],
        ["Data.Look.{}"] =
        [
            AuditService.ResultsViewed, AuditService.ReportViewed, AuditService.ReportDownloaded, AuditService.CaseViewed, AuditService.PersonViewed,
            AuditService.ApplicationViewed, AuditService.ComparisonViewed, AuditService.NamesAsked,
        ],
        ["Data.Message.{}"] = Enum.GetNames<MessageKind>(),
        ["Data.Role.{}"] = Roles.All,
        ["Data.Standing.{}"] = Enum.GetNames<Standing>(),
        ["Decision.{}"] = [.. Enum.GetNames<DecisionOutcome>(), .. Enum.GetNames<DecisionFilter>()],
        ["Decision.{}.Note"] = Enum.GetNames<DecisionOutcome>().Except([nameof(DecisionOutcome.Reopened)]).ToArray(),
        ["Decision.Refused.{}"] = Enum.GetNames<DecisionRefusal>(),
        ["EraseCandidate.Held.{}"] = Enum.GetNames<ErasureHeld>(),
        ["Feedback.Band.{}"] = Enum.GetNames<FeedbackBand>(),
        ["Feedback.Step.{}"] = [.. Constructs.DomainCodes, "other"],
        ["Insights.Band.{}"] = Enum.GetNames<ReliabilityBand>(),
        ["Insights.Band.{}.Text"] = Enum.GetNames<ReliabilityBand>(),
        ["Insights.Coefficient.{}"] = Coefficients,
        ["Insights.Coefficient.{}.Text"] = Coefficients,
        ["Insights.Export.{}"] =
            ["Item", "Domain", "Persons", "Facility", "ItemRest", "ItemRestLower", "ItemRestUpper", "AlphaIfDeleted", "Omitted", "MedianSeconds", "ThresholdSeconds", "TookTime", "Flags"],
        ["Insights.Flag.{}"] = Enum.GetNames<EqAssess.Domain.Statistics.Items.ItemFlag>(),
        ["Insights.Flag.{}.Text"] = Enum.GetNames<EqAssess.Domain.Statistics.Items.ItemFlag>(),
        ["Insights.Help.{}"] = HelpParts,
        ["Insights.Help.{}.Source"] = HelpParts,
        ["Insights.Help.{}.Text"] = HelpParts,
        ["Insights.Kind.{}"] = Enum.GetNames<ReliabilityKind>(),
        ["Insights.LeftOut.{}"] = Enum.GetNames<LeftOutBecause>(),
        ["Insights.Missing.{}"] = Enum.GetNames<EqAssess.Domain.Statistics.NoEstimate>(),
        ["Insights.Options.{}"] = Enum.GetNames<OptionUse>(),
        ["Insights.Options.{}.Note"] = Enum.GetNames<OptionUse>(),
        ["Insights.{}"] = ["Forms", "Campaigns"],
        ["Insights.{}.Name"] = ["Forms", "Campaigns"],
        ["LookAgain.{}"] = ["NoText", "TooLong"],
        ["Monitor.Answer.{}"] =
            [.. MonitoringForms.All.SelectMany(q => q.Answers.Where(a => a != MonitoringForms.PreferNot).Select(a => MonitoringModel.KeyOf(q, a)))],
        ["Monitor.Question.{}"] = [.. MonitoringForms.All.Select(q => q.Code)],
        ["Monitor.Source.{}"] = ["ethnic-group-gb", "race-us"],
        ["Request.Due.{}"] = Enum.GetNames<CandidateRequestKind>(),
        ["Request.Help.{}"] = Enum.GetNames<CandidateRequestKind>(),
        ["Request.Kind.{}"] = Enum.GetNames<CandidateRequestKind>(),
        ["Request.Outcome.{}"] = ["LookAgain.Done", "LookAgain.Granted", "Erasure.Refused"],
        ["Request.State.{}"] = Enum.GetNames<RequestState>(),
        ["Said.{}"] = ["LookAgain", "Erasure", "Monitored", "MonitoringWithdrawn"],
        ["Adjust.State.{}"] = ["Open", "Granted", "GrantedInPart", "Refused", "TakenBack"],
        ["Adjust.Wish.{}"] = Enum.GetNames<Wish>(),
        ["Marking.Anchor.{}"] = [.. WrittenMarks.Scale.Select(m => $"{m}")],
        ["RequestState.{}"] = ["Granted", "GrantedInPart", "Refused", "TakenBack"],
        ["RequestState.{}.Note"] = ["Granted", "GrantedInPart", "Refused"],
        ["Todo.Panel.{}"] = ["RoundOne", "RoundTwo", "Closed"],
        ["TestState.{}"] = Enum.GetNames<TestState>(),
        ["Typed.Instruction.{}"] = Enum.GetNames<ItemUse>(),
        ["Wish.{}"] = Enum.GetNames<Wish>(),
        ["Basis.{}"] = Enum.GetNames<EstimateBasis>(),
        ["Best.Instruction.{}"] = Enum.GetNames<ItemUse>(),
        ["Best.Question.{}"] = Enum.GetNames<Question>(),
        ["BlindStrategy.{}"] = [.. BlindStrategies.All.Select(b => b.Code).Where(c => !c.StartsWith("ratings-", StringComparison.Ordinal))],
        ["Campaign.Purpose.{}"] = Enum.GetNames<CampaignPurpose>(),
        ["Campaign.Purpose.{}.Note"] = Enum.GetNames<CampaignPurpose>(),
        ["Campaign.Show.{}"] = Enum.GetNames<InvitationFilter>(),
        ["Correct.{}"] = Enum.GetNames<CorrectionOutcome>(),
        ["Extend.{}"] = Enum.GetNames<ExtensionOutcome>(),
        ["Import.{}.Title"] = ["Reading", "Checking", "Inviting"],
        ["Invite.Warning.{}"] = Enum.GetNames<InvitationWarning>(),
        ["Language.{}"] = MessageTemplates.Languages,
        ["Merge.{}"] = Enum.GetNames<MergeOutcome>(),
        ["MessageKind.{}"] = MessageText.Kinds,
        ["MessageKind.{}.Note"] = MessageText.Kinds,
        ["SettingProblem.{}"] = Enum.GetNames<SettingProblem>(),
        ["Template.Test.{}"] = [.. typeof(MailOutcome).GetNestedTypes().Select(t => t.Name)],
        ["TemplateProblem.{}"] = Enum.GetNames<TemplateProblemKind>(),
        ["Campaign.State.{}"] = Enum.GetNames<CampaignState>(),
        ["CampaignProblem.{}"] = Enum.GetNames<CampaignProblem>(),
        ["Clock.Added.{}"] = ["outage", "granted", "accommodation"],
        ["Channel.{}"] = Enum.GetNames<Channel>(),
        ["Error.{}.Text"] = ["400", "403", "404", "409", "429", "500", "503"],
        ["Error.{}.Title"] = ["400", "403", "404", "409", "429", "500", "503"],
        ["Flag.{}"] = Enum.GetNames<ScoreFlag>(),
        ["Format.{}"] = [.. ResponseFormats.All.Select(f => f.Code)],
        ["HandIn.Do.{}"] = Rounds,
        ["HandIn.Text.{}"] = Rounds,
        ["HandIn.Title.{}"] = Rounds,
        ["Identity.{}"] = ["LinkUsed", "DuplicateUserName", "DuplicateEmail", "InvalidUserName", "InvalidEmail", "PasswordTooShort", "PasswordRequiresUniqueChars"],
        ["Invite.Outcome.{}"] = ["Invited", "Will", "AlreadyInvited", "Not"],
        ["Invite.Why.{}"] = Enum.GetNames<InvitationOutcome>(),
        ["Item.Instruction.{}"] = Rounds,
        ["Item.Question.{}"] = Enum.GetNames<Question>(),
        ["Item.Round.{}"] = Rounds,
        ["Item.Option.{}"] = Enum.GetNames<Question>(),
        ["MostLeast.Instruction.{}"] = Enum.GetNames<ItemUse>(),
        ["MostLeast.Moved.{}"] = ["best", "worst"],
        ["MostLeast.Question.{}"] = Enum.GetNames<Question>(),
        ["Item.Next.{}"] = Enum.GetNames<Question>(),
        ["ChangeKind.{}"] = Enum.GetNames<ChangeKind>(),
        ["Edit.Point.{}"] = ["1", "2", "3", "4"],
        ["Field.options.{}"] = ["text", "effectiveness", "rationale", "principles"],
        ["Field.said.{}"] = ["speaker", "text"],
        ["Field.{}"] = ["use", "format", "facet", "channel", "contentNote", "title", "situation", "question", "order", "enemies", "hangsOn"],
        ["Item.Done.{}"] = ["Submitted", "Returned", "Approved", "Retired"],
        ["Item.Refused.{}"] = Enum.GetNames<ItemLifeRefusal>(),
        ["ItemFlag.{}"] = Enum.GetNames<ItemFlag>(),
        ["ItemQuestion.{}"] = Enum.GetNames<Question>(),
        ["ItemStatus.{}"] = Enum.GetNames<ItemStatus>(),
        ["ItemStatus.{}.Note"] = Enum.GetNames<ItemStatus>(),
        ["ItemStep.{}"] = Enum.GetNames<ItemStep>(),
        ["ItemUse.{}"] = Enum.GetNames<ItemUse>(),
        ["Severity.{}"] = Enum.GetNames<ProblemSeverity>(),
        ["JobRecord.Next.{}.Text"] = [.. Enum.GetNames<JobRecordStage>(), "Ready"],
        ["JobRecord.Next.{}.Title"] = [.. Enum.GetNames<JobRecordStage>(), "Ready"],
        ["JobRecord.Role.{}"] = RaterRoles.All,
        ["JobRecord.Stage.{}"] = Enum.GetNames<JobRecordStage>(),
        ["JobRecordProblem.{}"] = Enum.GetNames<JobRecordProblem>(),
        ["JobRecordShortfall.{}"] = Enum.GetNames<JobRecordShortfall>(),
        ["Rater.Frequency.{}"] = [.. JobScales.Points.Select(p => $"{p}")],
        ["Rater.Importance.{}"] = [.. JobScales.Points.Select(p => $"{p}")],
        ["Rater.Role.{}"] = RaterRoles.All,
        ["Rater.{}.Text"] = ["Waiting", "Done", "Missed"],
        ["Rater.{}.Title"] = ["Waiting", "Done", "Missed"],
        ["Jobs.{}"] = [.. JobCatalogue.All.Select(j => j.Name)],
        ["Judge.Role.{}"] = JudgeRoles.All,
        ["KeyStatus.{}"] = Enum.GetNames<KeyStatus>(),
        ["Link.Now.{}"] = Enum.GetNames<PanelStage>(),
        ["Link.What.Key.{}"] = Enum.GetNames<KeyStatus>(),
        ["Link.{}.Text"] = ["Closed", "Revoked"],
        ["Link.{}.Title"] = ["Closed", "Revoked", "NotYetOpen", "Running", "Withdrawn", "TestedLately"],
        ["List.Done.{}"] = Rounds,
        ["Mail.{}.Body"] = MessageText.Kinds,
        ["Mail.{}.Subject"] = MessageText.Kinds,
        ["Message.{}"] = Enum.GetNames<MessageState>(),
        ["NotFound.{}"] = Enum.GetNames<ConstraintKind>(),
        ["NotPossible.{}"] = Enum.GetNames<ConstraintKind>(),
        ["NewPanel.Only.{}"] = Enum.GetNames<PanelFilter>(),
        ["Panel.Next.{}.Do"] = ["Preparing", "RoundOne", "RoundTwo"],
        ["Panel.Next.{}.Text"] = ["Preparing", "RoundOne", "RoundTwo", "Closed"],
        ["Panel.Next.{}.Title"] = ["Preparing", "RoundOne", "RoundTwo", "Closed"],
        ["Panel.Stage.{}"] = Enum.GetNames<PanelStage>(),
        ["PanelProblem.{}"] = Enum.GetNames<PanelProblem>(),
        ["PanelResults.Votes.{}"] = ["Best", "Worst"],
        ["Pattern.{}"] = Enum.GetNames<PatternFinding>(),
        ["Plan.Method.{}"] = [.. ScoringMethods.All.Select(m => m.Code)],
        ["Plan.Method.{}.Note"] = [.. ScoringMethods.All.Select(m => m.Code)],
        ["Plan.Missing.{}"] = Enum.GetNames<MissingRule>(),
        ["Progress.{}"] = Enum.GetNames<Progress>(),
        ["RateEach.Instruction.{}"] = Enum.GetNames<ItemUse>(),
        ["RateEach.Question.{}"] = Enum.GetNames<Question>(),
        ["RateEach.Scale.{}"] = [.. RateEachFormat.Scale.Select(p => $"{p}")],
        ["Refused.{}"] = [.. Enum.GetNames<RefusalReason>(), "NotSaved"],
        ["Refused.{}.Form"] = [nameof(RefusalReason.PageIsBehind), nameof(RefusalReason.SameOptionTwice), "NotSaved"],
        ["Refused.{}.Title"] = [nameof(RefusalReason.PageIsBehind), nameof(RefusalReason.SameOptionTwice), "NotSaved"],
        ["Report.Kind.{}"] = [nameof(ReportKind.Recruiter), nameof(ReportKind.InterviewGuide), nameof(ReportKind.Development)],
        ["Papers.Kind.{}"] = [nameof(ReportKind.Recruiter), nameof(ReportKind.InterviewGuide), nameof(ReportKind.Development)],
        ["Verify.Kind.{}"] = Enum.GetNames<ReportKind>().Except([nameof(ReportKind.Manual), nameof(ReportKind.BiasAudit)]).ToArray(),
        ["Zip.LeftOut.{}"] = Enum.GetNames<LeftOut>(),
        ["Export.{}"] =
            ["Candidate", "Simulated", "State", "Score", "Lower", "Upper", "Error", "Reliability", "Basis", "Pattern", "Key", "Plan"],
        ["Export.Basis.{}"] = Enum.GetNames<EstimateBasis>(),
        ["Export.Standing.{}"] = Enum.GetNames<Standing>(),
        ["Export.Flag.{}"] = Enum.GetNames<ScoreFlag>(),
        ["Report.{}"] = ["None", "Waiting", "Failed", "Ready"],
        ["Results.NotCompared.{}"] = Enum.GetNames<ComparisonRefusal>(),
        ["Request.Outcome.LookAgain.{}"] = ["Done", "Granted"],
        ["Results.Basis.{}"] = Enum.GetNames<EstimateBasis>(),
        ["Results.Flag.{}"] = Enum.GetNames<ResultsFlag>(),
        ["Results.Order.{}"] = Enum.GetNames<ResultsOrder>(),
        ["Results.People.{}"] = Enum.GetNames<PeopleFilter>(),
        ["Standing.{}"] = Enum.GetNames<Standing>(),
        ["Results.Hidden.{}"] = Enum.GetNames<ScoresHidden>(),
        ["Results.Hidden.{}.Title"] = Enum.GetNames<ScoresHidden>(),
        ["Rescoring.State.{}"] = Enum.GetNames<RescoringState>(),
        ["Rescoring.Stale.{}"] = Enum.GetNames<RescoringStale>(),
        ["Rescoring.Was.{}"] = [nameof(RescoringState.Approved), nameof(RescoringState.Rejected)],
        ["Rescoring.{}.Said"] = [nameof(RescoringState.Approved), nameof(RescoringState.Rejected)],
        ["RescoringAnswer.{}"] = Enum.GetNames<RescoringAnswer>().Except([nameof(RescoringAnswer.Done)]).ToArray(),
        ["RescoringProblem.{}"] = Enum.GetNames<RescoringProblem>(),
        ["Norm.Age.{}"] = [nameof(NormAge.Review), nameof(NormAge.Expired)],
        ["Norm.Age.{}.Note"] = [nameof(NormAge.Review), nameof(NormAge.Expired)],
        ["Norm.People.{}"] = Enum.GetNames<NormSource>(),
        ["Norm.Size.{}"] = Enum.GetNames<NormSize>(),
        ["Norm.Size.{}.Note"] = Enum.GetNames<NormSize>(),
        ["Norm.Source.{}"] = Enum.GetNames<NormSource>(),
        ["Norm.State.{}"] = ["Draft", "Published", "Withdrawn"],
        ["Norm.Transformation.{}"] = Enum.GetNames<NormTransformation>(),
        ["Norm.{}.Said"] = ["Published", "Withdrawn"],
        ["NormProblem.{}"] = Enum.GetNames<NormProblem>(),
        ["NormPublishing.{}"] = Enum.GetNames<NormPublishing>(),
        ["NormRefusal.{}"] = Enum.GetNames<NormRefusal>(),
        ["Data.Outcome.{}"] = Enum.GetNames<OutcomeMeasure>(),
        ["OutcomeLine.{}"] = Enum.GetNames<OutcomeLineProblem>(),
        ["OutcomeMeasure.{}"] = Enum.GetNames<OutcomeMeasure>(),
        ["OutcomeResult.{}"] = Enum.GetNames<OutcomeResult>(),
        ["Review.Answer.{}"] = Enum.GetNames<FindingAnswer>(),
        ["Review.Verdict.{}"] = Enum.GetNames<ReviewVerdict>(),
        ["Review.Verdict.{}.Note"] = Enum.GetNames<ReviewVerdict>(),
        ["Validity.Missing.{}"] = Enum.GetNames<NoEstimate>(),
        ["Role.{}"] = Roles.All,
        ["Role.{}.Note"] = Roles.All,
        ["Scale.{}"] = [.. PanelAnalysis.Scale.Select(p => $"{p}")],
        ["State.{}.Lead"] = Enum.GetNames<JudgeState>(),
        ["State.{}.Tag"] = Enum.GetNames<JudgeState>(),
        ["Cell.{}"] = Enum.GetNames<CellMark>().Except([nameof(CellMark.Shown)]).ToArray(),
        ["Fairness.{}"] = [nameof(DifStanding.Exploratory), nameof(DifStanding.Formal)],
        ["Funnel.{}"] = ["Invited", "Started", "Finished", "Counted", "Shortlisted", "Reserve", "Rejected", "Undecided"],
        ["Group.{}"] = [GroupCounts.Unknown, .. MonitoringForms.All.SelectMany(q => q.Groups.Select(g => GroupNames.KeyOf(q.Code, g)))],
        ["GroupQuestion.{}"] = [.. MonitoringForms.All.Select(q => q.Code)],
        ["Impact.{}.Short"] = Enum.GetNames<ImpactFinding>(),
        ["RatesFile.{}"] = SelectionRatesFile.Columns,
        ["Stage.{}"] = Enum.GetNames<SelectionStage>(),
        ["Strip.{}"] = ["Invited", "Started", "Finished", "Scored"],
    };

    private static readonly string Web = FindWeb();
    private static readonly HashSet<string> Staff = KeysOf("StaffWords");
    private static readonly HashSet<string> Candidates = KeysOf("CandidateWords");
    private static readonly HashSet<string> Judges = KeysOf("JudgeWords");
    private static readonly List<(string File, string Variable, string Key)> Asked = [.. AskedFor()];

    [Fact]
    public void Every_key_with_a_hole_is_known_with_what_can_fill_it()
    {
        string[] unknown = [.. Asked.Where(a => a.Key.Contains("{}")).Select(a => a.Key).Distinct().Except(Holes.Keys)];

        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_text_that_pages_and_services_ask_for_exists()
    {
        string[] missing =
        [
            .. Asked.SelectMany(a => Filled(a.Key).Select(key => (a.File, a.Variable, Key: key))).Where(a => !(a.Variable switch
            {
                "W" => Staff.Contains(a.Key),
                "C" => Candidates.Contains(a.Key),
                "J" => Judges.Contains(a.Key),
                _ => Staff.Contains(a.Key) || Candidates.Contains(a.Key) || Judges.Contains(a.Key),
            })).Select(a => $"{a.File}: {a.Variable}[\"{a.Key}\"]").Distinct(),
        ];

        Assert.True(Asked.Count > 200, $"Only {Asked.Count} places were found.");
        Assert.Empty(missing);
    }

    [Fact]
    public void No_text_lies_unused()
    {
        HashSet<string> used = [.. Asked.SelectMany(a => Filled(a.Key)).SelectMany(WithSingular)];

        Assert.DoesNotContain(Staff.Concat(Candidates).Concat(Judges), key => !used.Contains(key));
    }

    [Theory]
    [InlineData("StaffWords")]
    [InlineData("CandidateWords")]
    [InlineData("JudgeWords")]
    public void No_key_stands_twice_and_no_text_is_empty(string resource)
    {
        List<XElement> texts = [.. XDocument.Load(Path.Combine(Web, "Resources", $"{resource}.resx")).Root!.Elements("data")];

        Assert.Empty(texts.GroupBy(t => t.Attribute("name")!.Value, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(texts, t => Assert.False(string.IsNullOrWhiteSpace(t.Element("value")?.Value), t.Attribute("name")!.Value));
    }

    private static IEnumerable<string> Filled(string key) => Holes.TryGetValue(key, out IReadOnlyList<string>? fillings) ? fillings.Select(f => key.Replace("{}", f)) : [key];

    /// <summary>Keys that are asked for with arguments find their singular by themselves.</summary>
    private static IEnumerable<string> WithSingular(string key) => [key, $"{key}.One"];

    private static IEnumerable<(string File, string Variable, string Key)> AskedFor()
    {
        foreach (string file in Directory.EnumerateFiles(Web, "*.cs*", SearchOption.AllDirectories).Where(f => !Built().IsMatch(f)))
        {
            string source = File.ReadAllText(file);
            foreach (Match asked in Indexer().Matches(source))
            {
                foreach (Match literal in Literal().Matches(FirstArgument(source, asked.Index + asked.Length)))
                {
                    string text = literal.Groups[2].Value;
                    yield return (Path.GetFileName(file), asked.Groups[1].Value, literal.Groups[1].Value == "$" ? Hole().Replace(text, "{}") : text);
                }
            }
        }
    }

    /// <summary>The text up to the comma or bracket that ends the argument which begins at <paramref name="start"/>.</summary>
    private static string FirstArgument(string source, int start)
    {
        int depth = 0;
        bool quoted = false;
        for (int i = start; i < source.Length; i++)
        {
            char c = source[i];
            quoted = c == '"' && depth == 0 ? !quoted : quoted;
            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            if (depth < 0 || (c == ',' && depth == 0 && !quoted))
            {
                return source[start..i];
            }
        }

        return source[start..];
    }

    private static HashSet<string> KeysOf(string resource) =>
        [.. XDocument.Load(Path.Combine(Web, "Resources", $"{resource}.resx")).Root!.Elements("data").Select(d => d.Attribute("name")!.Value)];

    private static string FindWeb()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EqAssess.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository."), "src", "EqAssess.Web");
    }

    [GeneratedRegex(@"(?<![\w.])(W|C|J|words)(?:\.Html)?\[")]
    private static partial Regex Indexer();

    [GeneratedRegex("""(\$?)"((?:[^"{]|\{[^}]*\})*)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Built();
}
