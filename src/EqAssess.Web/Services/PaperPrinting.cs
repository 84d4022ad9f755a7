using EqAssess.Domain.Reports;
using EqAssess.Web.Engines.Pdf;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Services;

/// <summary>Prints papers that are asked for now and then and name no candidate: at once, and kept nowhere.</summary>
public sealed partial class PaperPrinting(IPdfEngine pdf, ILogger<PaperPrinting> logger)
{
    /// <returns>Null where no PDF could be made; the reader's own browser can still print the page.</returns>
    public async Task<byte[]?> PrintAsync(ReportDocument document, CancellationToken cancellationToken)
    {
        try
        {
            return await pdf.DrawAsync(document, seal: null, cancellationToken);
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException or BrowserLostException)
        {
            Log.NotPrinted(logger, failure, document.Kind);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A {Kind} could not be printed.")]
        public static partial void NotPrinted(ILogger logger, Exception failure, ReportKind kind);
    }
}
