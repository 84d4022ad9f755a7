using System.ComponentModel.DataAnnotations;
using QuestPDF.Infrastructure;

namespace EqAssess.Web.Engines.Pdf.QuestPdf;

/// <summary>Section <c>Pdf</c>, what the engine QuestPDF adds to it.</summary>
public sealed record QuestPdfOptions
{
    /// <summary>
    /// Which of QuestPDF's licences holds here: <c>Community</c>, <c>Professional</c> or <c>Enterprise</c>. It is a statement that somebody makes,
    /// so there is no default, and the site does not start without one.
    /// </summary>
    [Required(ErrorMessage =
        "Pdf:QuestPdfLicense is missing. This build draws PDFs with QuestPDF, whose licence depends on who you are: set Community, Professional or " +
        "Enterprise after reading https://www.questpdf.com/license, or build without -p:PdfEngine=QuestPDF.")]
    [AllowedValues(
        LicenseType.Community,
        LicenseType.Professional,
        LicenseType.Enterprise,
        null,
        ErrorMessage = "Pdf:QuestPdfLicense has to be Community, Professional or Enterprise: an evaluation licence must not serve candidates.")]
    public LicenseType? QuestPdfLicense { get; init; }
}
