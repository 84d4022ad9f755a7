using EqAssess.Domain.Reports;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Engines.Pdf;

/// <summary>Draws a report document as a PDF. It decides nothing about what the document says, and knows every kind of block.</summary>
public interface IPdfEngine
{
    /// <summary>As people who run the site call it.</summary>
    string Name { get; }

    /// <param name="seal">Printed at the end, its code on every page; null for a paper that cannot be checked.</param>
    /// <exception cref="TimeoutException">The PDF took longer than its time limit.</exception>
    /// <exception cref="InvalidOperationException">The PDF is larger than allowed, or the engine is not there.</exception>
    Task<byte[]> DrawAsync(ReportDocument document, SealedPaper? seal, CancellationToken cancellationToken);
}
