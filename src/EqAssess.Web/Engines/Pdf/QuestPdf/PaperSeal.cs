using EqAssess.Web.Rendering;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace EqAssess.Web.Engines.Pdf.QuestPdf;

/// <summary>The end of a paper: how somebody who holds it can check it.</summary>
internal static class PaperSeal
{
    private const float Picture = 52;

    public static void Compose(IContainer place, SealedPaper seal)
    {
        var words = new CandidateWords { Culture = Languages.CultureOf(seal.Language) };
        place.ShowEntire().BorderTop(0.8f).BorderColor(Look.StrongLine).PaddingTop(Look.Gap * 1.5f).SemanticSection().SemanticLanguage(seal.Language).DefaultTextStyle(s => s.FontSize(8)).Row(row =>
        {
            row.Spacing(Look.Gap * 3);
            row.ConstantItem(Picture).SemanticFigure(words["Seal.Picture"]).Svg(SealHtml.Picture(seal.Address));
            row.RelativeItem().Column(column =>
            {
                column.Item().SemanticHeader2().Text(words["Seal.Title"]).FontSize(9).SemiBold();
                column.Item().SemanticParagraph().Text(words["Seal.Text", seal.Code, seal.Address]);
                column.Item().SemanticParagraph().Text($"{words["Seal.Digest"]} {SealHtml.Digest(seal)}");
            });
        });
    }
}
