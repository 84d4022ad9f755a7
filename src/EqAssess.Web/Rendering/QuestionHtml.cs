using System.Text;
using EqAssess.Domain.Reports;

namespace EqAssess.Web.Rendering;

/// <summary>A question of an interview: its words, what an answer looks like, boxes for the mark and lines to write on.</summary>
internal static class QuestionHtml
{
    private const int Marks = 5;

    public static string Markup(Block.Question question)
    {
        var html = new StringBuilder($"""<div class="report-question"><p class="report-lead">{ReportHtml.Text(question.Lead)}</p>""");
        html.Append($"""<p class="report-ask" dir="auto">{ReportHtml.Text(question.Text)}</p>""");
        html.Append($"""<p class="report-soft">{ReportHtml.Text(question.Notes)}</p>""");
        html.Append($"""<div class="report-write" aria-hidden="true">{string.Concat(Enumerable.Repeat("<i></i>", question.Lines))}</div>""");
        if (question.Score is not null)
        {
            html.Append($"""<table class="report-anchors"><caption>{ReportHtml.Text(question.Score)}</caption><tbody>{string.Concat(question.Anchors.Select(Anchor))}</tbody></table>""");
            html.Append($"""<ul class="report-marks">{string.Concat(Enumerable.Range(1, Marks).Select(m => $"<li><span></span>{m}</li>"))}</ul>""");
        }

        return html.Append("</div>").ToString();
    }

    private static string Anchor(Anchor anchor) => $"""<tr><th scope="row">{anchor.Mark}</th><td dir="auto">{ReportHtml.Text(anchor.Text)}</td></tr>""";
}
