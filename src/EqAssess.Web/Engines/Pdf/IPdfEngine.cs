namespace EqAssess.Web.Engines.Pdf;

/// <summary>Turns a whole HTML document into a PDF. It decides nothing about what the document says.</summary>
public interface IPdfEngine
{
    /// <param name="html">A whole document that carries its own styles, fonts and images: nothing is fetched for it and no script runs.</param>
    /// <exception cref="TimeoutException">The PDF took longer than its time limit.</exception>
    /// <exception cref="InvalidOperationException">The PDF is larger than allowed, or there is no browser.</exception>
    /// <exception cref="BrowserLostException">The browser ended twice under this PDF.</exception>
    Task<byte[]> PrintAsync(string html, CancellationToken cancellationToken);
}
