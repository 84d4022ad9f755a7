using EqAssess.Domain.Reports;
using EqAssess.Web.Rendering;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace EqAssess.Web.Engines.Pdf.QuestPdf;

/// <summary>The page around the sections: title, foot with code and page numbers, and at the end how the paper is checked.</summary>
internal static class PaperPage
{
    /// <summary>A foot has one line; the page itself shows the whole name.</summary>
    private const int LongestNameInFoot = 60;

    public static void Compose(IDocumentContainer pages, ReportDocument document, SealedPaper? seal) => pages.Page(page =>
    {
        page.Size(PageSizes.A4);
        page.MarginHorizontal(18, Unit.Millimetre);
        page.MarginTop(14, Unit.Millimetre);
        page.MarginBottom(10, Unit.Millimetre);
        page.DefaultTextStyle(Look.Text);
        page.Content().SemanticLanguage(document.Language).Column(column =>
        {
            column.Spacing(Look.Gap * 3.5f);
            Head(column.Item(), document);
            foreach (ReportSection section in document.Sections)
            {
                Section(column, section, document);
            }

            if (seal is not null)
            {
                PaperSeal.Compose(column.Item(), seal);
            }
        });
        Foot(page.Footer(), document, seal);
    });

    private static void Head(IContainer place, ReportDocument document) => place.BorderBottom(1.2f).BorderColor(Look.StrongLine).PaddingBottom(Look.Gap * 2).Row(row =>
    {
        row.RelativeItem().Column(column =>
        {
            column.Item().SemanticParagraph().Text(document.Instrument).Style(Look.Small(Look.Text));
            column.Item().SemanticHeader1().Text(document.Title).FontSize(Look.TitleSize).Bold().LineHeight(1.15f);
            column.Item().SemanticParagraph().Text(document.Subtitle).Style(Look.Small(Look.Text));
        });
        row.AutoItem().SemanticParagraph().AlignRight().Column(column =>
        {
            column.Item().AlignRight().Text("EqAssess").Bold();
            column.Item().AlignRight().Text(document.Handling).Style(Look.Small(Look.Text));
        });
    });

    private static void Section(ColumnDescriptor column, ReportSection section, ReportDocument document)
    {
        // The questions begin a sheet of their own, which an interviewer can take along without the score.
        if (section.Code == "interview")
        {
            column.Item().PageBreak();
        }

        column.Item().Section(section.Code).SemanticSection().Column(inner =>
        {
            inner.Spacing(Look.Gap);
            inner.Item().EnsureSpace(60).SemanticHeader2().Text(section.Heading).FontSize(Look.HeadingSize).SemiBold().LineHeight(1.25f);
            foreach (Block block in section.Blocks)
            {
                PaperBlocks.Compose(inner.Item(), block, Languages.CultureOf(document.Language));
            }
        });
    }

    private static void Foot(IContainer place, ReportDocument document, SealedPaper? seal) => place.SemanticIgnore().PaddingTop(Look.Gap * 2).DefaultTextStyle(s => s.FontSize(8).FontColor(Look.Soft)).Row(row =>
    {
        string title = document.Title.Length <= LongestNameInFoot ? document.Title : document.Title[..LongestNameInFoot] + "…";
        row.RelativeItem(2).Text($"{title} · {document.Handling}");
        row.RelativeItem(2).AlignCenter().Text(seal?.Code ?? "");
        row.RelativeItem().AlignRight().Text(text =>
        {
            text.CurrentPageNumber();
            text.Span(" / ");
            text.TotalPages();
        });
    });
}
