using EqAssess.Domain.Reports;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace EqAssess.Web.Engines.Pdf.QuestPdf;

/// <summary>A question of an interview: its words, lines to write on, what an answer looks like, and boxes for the mark.</summary>
internal static class PaperQuestion
{
    private const int Marks = 5;
    private const float LineHeight = 21;

    public static void Compose(IContainer place, Block.Question question) => place.ShowEntire().Column(column =>
    {
        column.Spacing(Look.Gap);
        column.Item().SemanticParagraph().Text(question.Lead).FontSize(Look.SmallSize).SemiBold().FontColor(Look.Brand);
        column.Item().SemanticParagraph().Text(question.Text).SemiBold();
        column.Item().SemanticParagraph().Text(question.Notes).Style(Look.Small(Look.Text));
        for (int line = 0; line < question.Lines; line++)
        {
            column.Item().SemanticIgnore().Height(LineHeight).BorderBottom(0.6f).BorderColor(Look.StrongLine);
        }

        if (question.Score is string score)
        {
            Anchors(column.Item(), score, question.Anchors);
            Boxes(column.Item());
        }
    });

    private static void Anchors(IContainer place, string caption, IReadOnlyList<Anchor> anchors) => place.PaddingTop(Look.Gap).Column(column =>
    {
        column.Item().SemanticCaption().Text(caption).Style(Look.Small(Look.Text));
        column.Item().SemanticTable().Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(22);
                columns.RelativeColumn();
            });
            foreach (Anchor anchor in anchors)
            {
                table.Cell().AsSemanticHorizontalHeader().PaddingVertical(2).Text($"{anchor.Mark}").SemiBold();
                table.Cell().PaddingVertical(2).Text(anchor.Text).FontSize(Look.SmallSize);
            }
        });
    });

    private static void Boxes(IContainer place) => place.SemanticIgnore().Row(row =>
    {
        row.Spacing(Look.Gap * 3);
        for (int mark = 1; mark <= Marks; mark++)
        {
            row.ConstantItem(10).AlignMiddle().Height(10).Border(0.8f).BorderColor(Look.StrongLine);
            row.ConstantItem(14).Text($"{mark}");
        }
    });
}
