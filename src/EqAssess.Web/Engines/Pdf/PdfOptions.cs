using System.ComponentModel.DataAnnotations;

namespace EqAssess.Web.Engines.Pdf;

/// <summary>Section <c>Pdf</c>.</summary>
public sealed record PdfOptions
{
    /// <summary>Program file of Chromium, Chrome or Edge. Empty: the first one found on PATH and in the usual places.</summary>
    public string BrowserPath { get; init; } = "";

    /// <summary>For one PDF, with the start of the browser if it has to start. Waiting for a turn does not count.</summary>
    [Range(1, 600)]
    public int TimeLimitSeconds { get; init; } = 30;

    /// <summary>How many PDFs are printed at the same time; the others wait.</summary>
    [Range(1, 32)]
    public int AtOnce { get; init; } = 2;

    [Range(1, 500)]
    public int MostMegabytes { get; init; } = 20;
}
