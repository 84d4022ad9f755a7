using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Panels;

public sealed class PanelStatusTests
{
    [Theory]
    [InlineData(6, KeyStatus.Provisional)]
    [InlineData(9, KeyStatus.Provisional)]
    [InlineData(10, KeyStatus.Panel)]
    [InlineData(14, KeyStatus.Panel)]
    public void The_number_of_judges_decides_the_status(int judges, KeyStatus status) =>
        Assert.Equal(status, SamplePanel.MadeOf(SamplePanel.Of("rate-each", SamplePanel.Agreeing(judges))).Status);

    [Fact]
    public void Five_judges_publish_nothing()
    {
        PanelKeyMaking making = PanelKeys.Make(SamplePanel.Draft(SamplePanel.Of("rate-each", SamplePanel.Agreeing(5))), new PanelThresholds());

        Assert.Equal(["5 judges rated everything in both rounds; below 6 nothing is published"], Assert.IsType<PanelKeyMaking.Refused>(making).Reasons);
    }

    [Fact]
    public void Ten_judges_of_one_role_are_provisional_and_the_reason_is_told()
    {
        PanelEvidence evidence = SamplePanel.Of("rate-each", SamplePanel.Agreeing(10), roles: 1);

        Assert.Equal(KeyStatus.Provisional, SamplePanel.MadeOf(evidence).Status);
        Assert.Equal(["the judges have 1 different roles, 2 are needed"], SamplePanel.Draft(evidence).Analysis.Shortfalls);
    }

    [Fact]
    public void Ten_judges_whose_agreement_is_below_the_limit_are_provisional()
    {
        // Ratings near each other on every option: each option is kept, and the options hardly differ.
        int[][] close = [[3, 3, 4, 4, 3, 3, 4, 4, 3, 3], [4, 4, 3, 3, 4, 4, 3, 3, 4, 4], [3, 4, 3, 4, 3, 4, 3, 4, 3, 4], [3, 3, 3, 4, 4, 3, 4, 3, 3, 4]];
        PanelEvidence evidence = SamplePanel.Of([("rate-each", close), ("rate-each", SamplePanel.Agreeing(10)[..1].Concat(close[1..]).ToArray())]);

        PanelKeyDraft draft = SamplePanel.Draft(evidence);
        PanelAnalysis analysis = draft.Analysis;

        Assert.Contains(analysis.Shortfalls, s => s.StartsWith("ICC(2,k) is ", StringComparison.Ordinal));
        Assert.Contains(analysis.Shortfalls, s => s.StartsWith("the lower 95 % limit of ICC(2,k) is ", StringComparison.Ordinal));
        Assert.Equal(KeyStatus.Provisional, PanelKeys.StatusOf(analysis, draft.Authors, simulated: false, new PanelThresholds()));
    }

    [Theory]
    [InlineData(6, "the judges do not agree: ICC(2,k) is -")]
    [InlineData(12, "the agreement of the judges, ICC(2,k), cannot be reckoned")]
    public void Judges_whose_agreement_is_not_above_nought_publish_nothing(int judges, string why)
    {
        PanelEvidence evidence = SamplePanel.Of("rate-each", SamplePanel.AtOdds(judges));

        PanelKeyMaking making = PanelKeys.Make(SamplePanel.Draft(evidence), new PanelThresholds());

        Assert.StartsWith(why, Assert.Single(Assert.IsType<PanelKeyMaking.Refused>(making).Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void The_items_of_the_key_alone_must_reach_what_the_panel_reaches()
    {
        // The first item has no spread worth the name; the second carries the agreement, and its authors give no reasons.
        PanelKeyDraft draft = SamplePanel.Draft(SamplePanel.Of([("rate-each", SamplePanel.Close), ("rate-each", SamplePanel.Agreeing(10)), ("rate-each", SamplePanel.Agreeing(10))]));
        Dictionary<string, KeyedItem> first = draft.Authors.Where(a => a.Key == "item-1").ToDictionary(a => a.Key, a => a.Value);

        Assert.Equal(KeyStatus.Panel, PanelKeys.StatusOf(draft.Analysis, draft.Authors, simulated: false, new PanelThresholds()));
        Assert.Equal(KeyStatus.Provisional, PanelKeys.StatusOf(draft.Analysis, first, simulated: false, new PanelThresholds()));
        Assert.All(PanelKeys.Shortfalls(draft.Analysis, first, new PanelThresholds()), s => Assert.StartsWith("of the items in the key alone, ", s, StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_says_what_its_panel_was_held_to()
    {
        PanelThresholds thresholds = new() { Reliability = .85 };
        PanelKeyMaking making = PanelKeys.Make(SamplePanel.Draft(SamplePanel.Of("rate-each", SamplePanel.Agreeing(10)), thresholds), thresholds);

        Assert.Equal(thresholds, Assert.IsType<PanelKeyMaking.Made>(making).Key.Panel!.Thresholds);
    }

    [Theory]
    [InlineData(.80, true)]
    [InlineData(.99, true)]
    [InlineData(1.01, false)]
    public void The_least_agreement_of_a_panel_is_a_setting(double least, bool reached)
    {
        PanelThresholds thresholds = new() { Reliability = least };

        Assert.Equal(reached, SamplePanel.Analysed("rate-each", SamplePanel.Agreeing(10), thresholds).Shortfalls.Count == 0);
    }

    [Fact]
    public void Simulated_judges_make_a_simulated_key_however_many_they_are_and_below_six_none()
    {
        Assert.Equal(KeyStatus.Simulated, SamplePanel.MadeOf(SamplePanel.Of("rate-each", SamplePanel.Agreeing(12)), simulated: true).Status);
        Assert.IsType<PanelKeyMaking.Refused>(
            PanelKeys.Make(SamplePanel.Draft(SamplePanel.Of("rate-each", SamplePanel.Agreeing(5)), simulated: true), new PanelThresholds()));
    }

    [Fact]
    public void Whoever_left_an_option_out_in_either_round_does_not_count()
    {
        PanelEvidence evidence = SamplePanel.Of("rate-each", SamplePanel.Agreeing(10));
        var place = new RatedOption("item-1", "c");
        PanelVoice noFirst = evidence.Judges[0] with { First = Without(evidence.Judges[0].First, place) };
        PanelVoice noSecond = evidence.Judges[1] with { Second = Without(evidence.Judges[1].Second, place) };

        PanelAnalysis analysis = PanelAnalysis.Of(evidence with { Judges = [noFirst, noSecond, .. evidence.Judges.Skip(2)] }, new PanelThresholds());

        Assert.Equal(8, analysis.Judges.Count);
        Assert.All(analysis.Items[0].Options, o => Assert.Equal(8, o.Ratings.Count));
    }

    [Fact]
    public void Without_a_judge_there_is_nothing_to_analyse() =>
        Assert.Empty(PanelAnalysis.Of(SamplePanel.Of("rate-each", SamplePanel.Agreeing(3)) with { Judges = [] }, new PanelThresholds()).Items);

    private static Dictionary<RatedOption, int> Without(IReadOnlyDictionary<RatedOption, int> ratings, RatedOption place) =>
        ratings.Where(r => r.Key != place).ToDictionary(r => r.Key, r => r.Value);
}
