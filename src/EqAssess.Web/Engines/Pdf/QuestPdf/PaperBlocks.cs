using System.Globalization;
using EqAssess.Domain.Reports;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace EqAssess.Web.Engines.Pdf.QuestPdf;

/// <summary>Blocks of a report, one method for each kind.</summary>
internal static class PaperBlocks
{
    /// <exception cref="ArgumentOutOfRangeException">A kind of block that this engine does not know.</exception>
    public static void Compose(IContainer place, Block block, CultureInfo culture)
    {
        switch (block)
        {
            case Block.Paragraph paragraph:
                place.SemanticParagraph().Text(paragraph.Text).Style(paragraph.Soft ? Look.Small(Look.Text) : Look.Text);
                break;
            case Block.ScoreBar bar:
                ScoreBar(place, bar, culture);
                break;
            case Block.Table table:
                PaperTables.Facts(place, table);
                break;
            case Block.NumberedList list:
                Numbered(place, list);
                break;
            case Block.Caution caution:
                place.SemanticParagraph().BorderLeft(3).BorderColor(Look.Accent).Background(Look.AccentTint).PaddingVertical(Look.Gap).PaddingHorizontal(Look.Gap * 2).Text(caution.Text);
                break;
            case Block.ScoreLines lines:
                PaperTables.Lines(place, lines, culture);
                break;
            case Block.Grid grid:
                PaperTables.Grid(place, grid);
                break;
            case Block.Question question:
                PaperQuestion.Compose(place, question);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "QuestPDF does not know this kind of block.");
        }
    }

    private static void ScoreBar(IContainer place, Block.ScoreBar bar, CultureInfo culture) => place.Background(Look.Tint).Padding(Look.Gap * 3).Row(row =>
    {
        row.Spacing(Look.Gap * 4);
        row.AutoItem().SemanticParagraph().Column(column =>
        {
            column.Item().Text(bar.Scale).Style(Look.Small(Look.Text));
            column.Item().Text(text =>
            {
                text.Span(ScorePicture.Shown(bar.Score, culture)).FontSize(28).Bold().FontColor(Look.Brand).LineHeight(1.1f);
                text.Span($" / {ScorePicture.Shown(bar.Maximum, culture)}").FontSize(Look.SmallSize).FontColor(Look.Soft);
            });
        });
        row.RelativeItem().AlignMiddle().SemanticFigure(bar.Label).ContentFromLeftToRight().Svg(ScorePicture.Bar(bar, culture));
    });

    private static void Numbered(IContainer place, Block.NumberedList list) => place.SemanticList().Column(column =>
    {
        column.Spacing(Look.Gap);
        foreach ((int index, ListEntry entry) in list.Entries.Index())
        {
            column.Item().ShowEntire().SemanticListItem().Row(row =>
            {
                row.ConstantItem(16).SemanticListLabel().Text($"{index + 1}.");
                row.RelativeItem().SemanticListItemBody().Column(body =>
                {
                    body.Item().Text(entry.Lead).SemiBold();
                    body.Item().Text(entry.Text);
                });
            });
        }
    });
}
