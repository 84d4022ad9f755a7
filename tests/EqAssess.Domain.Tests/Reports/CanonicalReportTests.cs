using System.Security.Cryptography;
using System.Text;
using EqAssess.Domain.Reports;

namespace EqAssess.Domain.Tests.Reports;

public sealed class CanonicalReportTests
{
    private static readonly ReportDocument Small = new(
        ReportKind.Recruiter,
        "Instrument",
        "Zoë “Q” O'Brien 王",
        "Subtitle",
        "Confidential",
        "en",
        [
            new ReportSection("overall", "Overall",
            [
                new Block.ScoreBar("Whole test", 81.25, 0, 100, 4.1, 73.2, 89.3, true, "Score 81"),
                new Block.Table([new TableRow("Head", "a < b & c")]),
            ]),
        ]);

    /// <summary>The rule, letter by letter: whoever changes it makes every printed digest wrong.</summary>
    [Fact]
    public void The_canonical_form_is_exactly_this()
    {
        string text = CanonicalReport.Write(Small);

        Assert.Equal(
            """{"kind":"Recruiter","instrument":"Instrument","title":"Zoë “Q” O\u0027Brien 王","subtitle":"Subtitle","handling":"Confidential","language":"en","sections":[{"code":"overall","heading":"Overall","blocks":[{"kind":"score-bar","scale":"Whole test","score":81.25,"minimum":0,"maximum":100,"standardError":4.1,"lower":73.2,"upper":89.3,"errorIsAssumed":true,"label":"Score 81"},{"kind":"table","rows":[{"head":"Head","text":"a \u003C b \u0026 c","emphasis":null}]}]}]}""",
            text);
        Assert.Equal(
            "4bd6dda1386289dc", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
    }

    [Fact]
    public void What_was_read_back_is_written_as_the_same_text()
    {
        foreach (ReportDocument document in AllDocuments.Of(SampleReport.Keys))
        {
            string text = CanonicalReport.Write(document);

            Assert.Equal(text, CanonicalReport.Write(CanonicalReport.Read(text)));
        }
    }

    [Fact]
    public void A_change_of_one_character_changes_the_text() =>
        Assert.NotEqual(CanonicalReport.Write(Small), CanonicalReport.Write(Small with { Subtitle = "Subtitlf" }));
}
