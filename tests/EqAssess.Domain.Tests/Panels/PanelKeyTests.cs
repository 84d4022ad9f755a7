using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;
using static EqAssess.Domain.Tests.Banks.SampleBank;

namespace EqAssess.Domain.Tests.Panels;

public sealed class PanelKeyTests
{
    private static readonly int[] Split = [1, 4, 1, 4, 1, 4, 1, 4, 1, 4];

    [Fact]
    public void A_key_carries_its_judges_both_rounds_and_why_an_option_is_dropped()
    {
        int[][] ratings = SamplePanel.Agreeing(10);
        ratings[2] = [4, 1, 4, 1, 4, 1, 4, 1, 4, 4];
        PanelEvidence evidence = SamplePanel.Of("rate-each", ratings);
        PanelVoice changed = evidence.Judges[0] with { First = evidence.Judges[0].First.ToDictionary(r => r.Key, r => r.Key.Option == "a" ? 3 : r.Value) };

        Key key = SamplePanel.MadeOf(evidence with { Judges = [changed, .. evidence.Judges.Skip(1)] });

        KeyedOption[] options = [.. key.Items["item-1"].Options];
        Assert.Equal([4, 1, 4, 3], options.Select(o => o.Effectiveness));
        Assert.Equal("the judges disagree (r_wg below .70)", options[2].DroppedBecause);
        Assert.Equal(3, options[0].FirstRatings![0]);
        Assert.Equal(4, options[0].Ratings![0]);
        Assert.Equal(10, key.Panel!.Judges.Count);
        Assert.Equal(["P02"], key.Items["item-1"].HangsOn);
        Assert.All(options, o => Assert.Equal("It names the feeling.", o.Rationale));
    }

    [Theory]
    [InlineData("rate-each")]
    [InlineData("most-least")]
    [InlineData("best")]
    public void A_key_that_is_made_passes_the_checks_of_keys(string format)
    {
        PanelEvidence evidence = SamplePanel.Of(format, SamplePanel.Agreeing(10));

        Key key = SamplePanel.MadeOf(evidence);

        Assert.DoesNotContain(KeyChecks.Problems(key, SoundBank with { Items = evidence.Items }), p => p.Severity == Domain.Banks.ProblemSeverity.Error);
    }

    [Fact]
    public void An_item_that_tells_nobody_apart_is_left_out_and_the_others_stay()
    {
        PanelEvidence evidence = SamplePanel.Of([("rate-each", SamplePanel.Agreeing(10)), ("rate-each", [Split, Split, Split, Split])]);

        Key key = SamplePanel.MadeOf(evidence);

        Assert.Equal(["item-1"], key.Items.Keys);
    }

    [Fact]
    public void Without_any_item_left_there_is_no_key()
    {
        PanelKeyMaking making = PanelKeys.Make(SamplePanel.Draft(SamplePanel.Of("rate-each", [Split, Split, Split, Split])), new PanelThresholds());

        Assert.Equal(["no item is left for the key: the reason stands with each of them"], Assert.IsType<PanelKeyMaking.Refused>(making).Reasons);
    }

    [Fact]
    public void Numbers_without_reasons_make_no_key()
    {
        PanelKeyDraft draft = SamplePanel.Draft(SamplePanel.Of("rate-each", SamplePanel.Agreeing(10)));
        KeyedItem bare = Keyed with { Options = [.. Keyed.Options.Select(o => o.Option == "b" ? o with { Rationale = "", Principles = [] } : o)] };

        Assert.Equal("no author has given reasons for its key yet", PanelKeys.LeftOutBecause(draft.Analysis.Items[0], new Dictionary<string, KeyedItem>()));
        Assert.Equal(
            "its authors give no reasons for option 'b'",
            PanelKeys.LeftOutBecause(draft.Analysis.Items[0], new Dictionary<string, KeyedItem> { ["item-1"] = bare }));
    }
}
