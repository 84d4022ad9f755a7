using EqAssess.Domain.Reports;
using EqAssess.Web.Rendering;
using Microsoft.Extensions.Options;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace EqAssess.Web.Engines.Pdf.QuestPdf;

/// <summary>Draws reports with QuestPDF, in this process: tagged for PDF/UA-1 and archived as PDF/A-2A.</summary>
public sealed class QuestPdfEngine : IPdfEngine, IDisposable
{
    private readonly PdfOptions options;
    private readonly SemaphoreSlim turns;

    public QuestPdfEngine(IOptions<PdfOptions> options, IOptions<QuestPdfOptions> licence)
    {
        this.options = options.Value;
        turns = new SemaphoreSlim(this.options.AtOnce);
        QuestPDF.Settings.License = licence.Value.QuestPdfLicense;
        QuestPDF.Settings.CheckIfAllTextGlyphsAreAvailable = false;
    }

    public string Name => "QuestPDF";

    /// <inheritdoc/>
    public async Task<byte[]> DrawAsync(ReportDocument document, SealedPaper? seal, CancellationToken cancellationToken)
    {
        await turns.WaitAsync(cancellationToken);
        try
        {
            // The library cannot be interrupted: whoever stops waiting leaves it to end by itself.
            byte[] pdf = await Task.Run(() => Draw(document, seal), cancellationToken).WaitAsync(TimeSpan.FromSeconds(options.TimeLimitSeconds), cancellationToken);
            return pdf.LongLength <= options.MostMegabytes * 1024L * 1024L
                ? pdf
                : throw new InvalidOperationException($"The PDF has {pdf.LongLength} bytes; Pdf:MostMegabytes allows {options.MostMegabytes} MB.");
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();

    private static byte[] Draw(ReportDocument document, SealedPaper? seal) =>
        Document.Create(pages => PaperPage.Compose(pages, document, seal))
            .WithMetadata(new DocumentMetadata { Title = $"{document.Title} · {document.Instrument}", Language = document.Language, Creator = "EqAssess", Producer = "EqAssess, QuestPDF" })
            .WithSettings(new DocumentSettings
            {
                PDFUA_Conformance = PDFUA_Conformance.PDFUA_1,
                PDFA_Conformance = PDFA_Conformance.PDFA_2A,
                ContentDirection = Languages.CultureOf(document.Language).TextInfo.IsRightToLeft ? ContentDirection.RightToLeft : ContentDirection.LeftToRight,
            })
            .GeneratePdf();
}
