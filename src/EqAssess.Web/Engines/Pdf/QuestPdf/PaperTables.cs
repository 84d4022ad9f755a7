using System.Globalization;
using EqAssess.Domain.Reports;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace EqAssess.Web.Engines.Pdf.QuestPdf;

/// <summary>Tables: their heads stand again on each page.</summary>
internal static class PaperTables
{
    private const float BlankRow = 24;

    public static void Facts(IContainer place, Block.Table block) => place.SemanticTable().Table(table =>
    {
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            columns.RelativeColumn(2.6f);
        });
        foreach (TableRow row in block.Rows)
        {
            Cell(table.Cell().AsSemanticHorizontalHeader()).Text(row.Head).SemiBold();
            Cell(table.Cell()).Text(text =>
            {
                if (row.Emphasis is string emphasis)
                {
                    text.Span(emphasis + " ").SemiBold();
                }

                text.Span(row.Text);
            });
        }
    });

    public static void Grid(IContainer place, Block.Grid grid) => Captioned(place, grid.Caption, table =>
    {
        bool blank = grid.Rows.SelectMany(r => r.Cells).All(c => c.Length == 0);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn(1.4f);
            foreach (string _ in grid.Columns)
            {
                columns.RelativeColumn();
            }
        });
        Heads(table, [grid.Corner, .. grid.Columns]);
        foreach (GridRow row in grid.Rows)
        {
            Cell(table.Cell().AsSemanticHorizontalHeader()).MinHeight(blank ? BlankRow : 0).Text(row.Head).SemiBold();
            foreach (string cell in row.Cells)
            {
                Cell(table.Cell()).MinHeight(blank ? BlankRow : 0).Text(cell);
            }
        }
    });

    public static void Lines(IContainer place, Block.ScoreLines lines, CultureInfo culture) => Captioned(place, lines.Caption, table =>
    {
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn(3);
            columns.RelativeColumn();
            columns.RelativeColumn(1.6f);
            columns.RelativeColumn(5);
        });
        Heads(table, lines.Columns);
        foreach (ScoreLine line in lines.Lines)
        {
            Cell(table.Cell().AsSemanticHorizontalHeader()).AlignMiddle().Text(line.Head).SemiBold();
            if (line.Score is not LineScore score)
            {
                Cell(table.Cell().ColumnSpan(3)).Text(line.Label);
                continue;
            }

            Cell(table.Cell()).AlignMiddle().Text(ScorePicture.Shown(score.Percent, culture)).Bold().FontColor(Look.Brand);
            Cell(table.Cell()).AlignMiddle().Text(score.Interval);
            Cell(table.Cell()).AlignMiddle().SemanticFigure(line.Label).ContentFromLeftToRight().Svg(ScorePicture.Line(lines, score));
        }
    });

    private static void Captioned(IContainer place, string caption, Action<TableDescriptor> content) => place.Column(column =>
    {
        column.Spacing(2);
        column.Item().EnsureSpace(50).SemanticCaption().Text(caption).Style(Look.Small(Look.Text));
        column.Item().SemanticTable().Table(content);
    });

    private static void Heads(TableDescriptor table, IReadOnlyList<string> heads) => table.Header(header =>
    {
        foreach (string head in heads)
        {
            header.Cell().BorderBottom(0.8f).BorderColor(Look.StrongLine).PaddingVertical(Look.Gap).PaddingRight(Look.Gap).AlignBottom().Text(head).FontSize(Look.SmallSize).SemiBold().FontColor(Look.Soft);
        }
    });

    private static IContainer Cell(IContainer cell) => cell.BorderBottom(0.5f).BorderColor(Look.Line).PaddingVertical(Look.Gap).PaddingRight(Look.Gap);
}
