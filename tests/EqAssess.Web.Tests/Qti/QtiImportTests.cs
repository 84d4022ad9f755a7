using EqAssess.Data.BankFiles;
using EqAssess.Data.Exchange.Qti;
using EqAssess.Domain.Banks;
using Xunit;

namespace EqAssess.Web.Tests.Qti;

public sealed class QtiImportTests
{
    private const string Assumed = "item.xml:1: warning: use 'live', channel 'phone' and question 'reply' are assumed";

    [Fact]
    public void A_choice_of_QTI_2_becomes_a_draft_item_with_its_key()
    {
        QtiReading reading = QtiZip.ReadItem(QtiZip.Choice21());

        Assert.Equal(
            """
            id: night-porter-1
            use: live
            format: best
            facet: ""
            channel: phone
            title: The night porter
            situation: >
              A guest stands at the desk. It is late.

              The lift is out of order.

              What do you say?
            question: reply
            options:
              - id: a
                text: I am only the porter.
              - id: b
                text: That is a long way up. Let me carry the bags.
              - id: c
                text: The stairs are there.
              - id: d
                text: >
                  Sorry.

                  Good night.

            """,
            Text(reading, "items/night-porter-1.yaml"));
        string key = Text(reading, "keys/imported-1.yaml");
        Assert.Contains("status: draft", key, StringComparison.Ordinal);
        Assert.Contains("      b:\n        effectiveness: 4\n      c:\n        effectiveness: 1\n", key, StringComparison.Ordinal);
        Assert.Equal([$"{Assumed}: correct what does not fit"], QtiZip.OfPackage(reading));
    }

    [Fact]
    public void What_a_foreign_item_lacks_is_listed_where_a_person_can_add_it()
    {
        QtiReading reading = QtiZip.ReadItem(QtiZip.Choice21());

        var lines = reading.Problems.Select(p => ProblemLine.Of(p)).ToList();
        Assert.Null(reading.Bank);
        Assert.Contains(lines, l => l.StartsWith("items/night-porter-1.yaml:4: 'facet' is missing or empty: say one of cues", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("bank.yaml:5: 'domains' is missing or empty", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("keys/imported-1.yaml:", StringComparison.Ordinal) && l.Contains("'rationale' is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rating_with_our_credits_gets_its_key()
    {
        string mapping = QtiZip.Entries(("a p4", 2), ("a p3", 1), ("b p1", 2), ("b p2", 1), ("c p3", 2), ("c p4", 1));

        QtiReading reading = QtiZip.ReadItem(QtiZip.Match30(QtiZip.Set(0, "p1", "p2", "p3", "p4"), mapping));

        string key = Text(reading, "keys/imported-1.yaml");
        Assert.Contains("format: rate-each", Text(reading, "items/m-1.yaml"), StringComparison.Ordinal);
        Assert.Contains("      a:\n        effectiveness: 4\n      b:\n        effectiveness: 1\n      c:\n        effectiveness: 3\n      d:\n        dropped: it earns nothing in the package\n", key, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_of_most_and_least_gets_its_key()
    {
        QtiReading reading = QtiZip.ReadItem(QtiZip.Match30(QtiZip.Set(1, "good", "bad"), QtiZip.Entries(("b good", 1), ("d bad", 1))));

        Assert.Contains("format: most-least", Text(reading, "items/m-1.yaml"), StringComparison.Ordinal);
        Assert.Contains("      b:\n        effectiveness: 4\n      c:\n        effectiveness: 2\n      d:\n        effectiveness: 1\n", Text(reading, "keys/imported-1.yaml"), StringComparison.Ordinal);
        Assert.Contains("the first of the two is taken as 'most effective'", Assert.Single(QtiZip.OfPackage(reading)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ranking_with_near_misses_gets_its_key()
    {
        string mapping = QtiZip.Entries([.. from option in Enumerable.Range(0, 4) from rank in Enumerable.Range(0, 4) select ($"{"cadb"[option]} r{rank}", (double)Math.Max(0, 3 - Math.Abs(option - rank)))]);

        QtiReading reading = QtiZip.ReadItem(QtiZip.Match30(QtiZip.Set(1, "r0", "r1", "r2", "r3"), mapping));

        Assert.Contains("format: rank", Text(reading, "items/m-1.yaml"), StringComparison.Ordinal);
        Assert.Contains("      a:\n        effectiveness: 3\n      b:\n        effectiveness: 1\n      c:\n        effectiveness: 4\n      d:\n        effectiveness: 2\n", Text(reading, "keys/imported-1.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"/>""", "no key of the format best gives each choice the same share of the points")]
    [InlineData("""<responseProcessing template="http://example.org/of-my-own"/>""", "its scoring is no sum over single choices")]
    [InlineData("""<responseProcessing><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseProcessing>""", "its scoring is no sum over single choices")]
    public void Scoring_that_no_key_can_say_is_left_out_and_said(string processing, string reason)
    {
        QtiReading reading = QtiZip.ReadItem(QtiZip.Choice21(processing));

        Assert.DoesNotContain(reading.Files, file => file.Path.StartsWith("keys/", StringComparison.Ordinal));
        Assert.Contains(QtiZip.OfPackage(reading), p => p.Contains($"the item is taken over without a key: {reason}", StringComparison.Ordinal));
    }

    [Fact]
    public void An_item_without_scoring_comes_without_a_key_and_without_a_word()
    {
        QtiReading reading = QtiZip.ReadItem(QtiZip.Choice21(""));

        Assert.DoesNotContain(reading.Files, file => file.Path.StartsWith("keys/", StringComparison.Ordinal));
        Assert.Single(QtiZip.OfPackage(reading));
    }

    [Fact]
    public void What_a_text_cannot_hold_is_named()
    {
        QtiReading reading = QtiZip.ReadItem(QtiZip.Choice21(body: """<p>See <img src="map.png" alt="A map"/> here.</p><rubricBlock view="scorer"><p>B is right.</p></rubricBlock>"""));

        Assert.Contains(QtiZip.OfPackage(reading), p => p.EndsWith("an item holds text alone, so this was left out: img, rubricBlock", StringComparison.Ordinal));
        Assert.DoesNotContain("B is right", Text(reading, "items/night-porter-1.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_a_stimulus_stands_before_that_of_the_item()
    {
        string item = QtiZip.Choice21().Replace("<itemBody>", """<assessmentStimulusRef identifier="s" href="../shared/./s.xml"/><assessmentStimulusRef identifier="t" href="gone.xml"/><itemBody>""", StringComparison.Ordinal);
        byte[] zip = QtiZip.Of(("a/1.xml", item), ("shared/s.xml", "<assessmentStimulus><stimulusBody><p>You work at night.</p></stimulusBody></assessmentStimulus>"));

        QtiReading reading = QtiZip.Read(zip);

        Assert.Contains("situation: >\n  You work at night.\n\n  A guest stands", Text(reading, "items/night-porter-1.yaml"), StringComparison.Ordinal);
        Assert.Contains(QtiZip.OfPackage(reading), p => p.Contains("the stimulus 'gone.xml' is not in the package", StringComparison.Ordinal));
        Assert.Equal(2, QtiZip.OfPackage(reading).Count);
    }

    [Fact]
    public void What_cannot_be_taken_over_is_refused_by_name_and_the_rest_goes_on()
    {
        string associate = QtiZip.Choice21().Replace("choiceInteraction", "associateInteraction", StringComparison.Ordinal);
        string several = QtiZip.Choice21().Replace("maxChoices=\"1\"", "maxChoices=\"0\"", StringComparison.Ordinal);
        string adaptive = QtiZip.Choice21().Replace("adaptive=\"false\"", "adaptive=\"true\"", StringComparison.Ordinal);
        byte[] zip = QtiZip.Of(
            ("imsmanifest.xml", "<manifest/>"), ("t.xml", """<assessmentTest title="Their test"/>"""), ("a/1.xml", associate), ("a/2.xml", several), ("a/3.xml", adaptive),
            ("a/4.xml", QtiZip.Choice21()), ("a/5.xml", "<questestinterop/>"), ("a/6.xml", QtiZip.Match30(QtiZip.Set(0, "p1", "p2", "p3"))));

        QtiReading reading = QtiZip.Read(zip);

        Assert.Equal(
            [
                "a/1.xml:11: the item is not taken over: associateInteraction is not read: choices, matches and orders are",
                "a/2.xml:11: the item is not taken over: choiceInteraction asks for more than one choice, which no format of ours does",
                "a/3.xml:1: the item is not taken over: the item is adaptive: it changes with the responses, which no item of ours does",
                $"a/4.xml{Assumed["item.xml".Length..]}: correct what does not fit",
                "a/5.xml:1: warning: 'questestinterop' is not read: items are, and the title of a test",
                "a/6.xml:7: the item is not taken over: this match is no rating on four points, no ranking and no choice of most and least",
            ],
            QtiZip.OfPackage(reading));
        Assert.Equal(["bank.yaml", "items/night-porter-1-4.yaml", "keys/imported-1.yaml"], reading.Files.Select(file => file.Path));
        Assert.StartsWith("id: theirs\ntitle: Their test\nlanguage: en\n", reading.Files[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_facet_is_taken_for_items_that_name_none()
    {
        var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(QtiZip.Choice21()));

        QtiReading reading = QtiPackage.Read(stream, "item.xml", "probing");

        Assert.Contains("facet: probing", Text(reading, "items/night-porter-1.yaml"), StringComparison.Ordinal);
    }

    private static string Text(QtiReading reading, string path) => reading.Files.Single(file => file.Path == path).Text;
}
