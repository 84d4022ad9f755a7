using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace EqAssess.Domain.Reports;

/// <summary>
/// A report document as the text that its SHA-256 stands for. The form is fixed, so that the same document gives the same bytes on every
/// machine: JSON in UTF-8 without a byte order mark and without white space; names in camel case and in the order of the records in
/// <see cref="ReportDocument"/>, of a block its <c>kind</c> first; nulls are written; numbers are the shortest that read back to the same
/// double, in the invariant culture; letters of all scripts stand as they are, and quotes, &lt;, &gt;, &amp; and control characters as
/// <c>\u</c> escapes.
/// </summary>
/// <remarks>A change of these rules makes other digests of the same reports: give it a new kind of seal and leave this one.</remarks>
public static class CanonicalReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = false,
    };

    public static string Write(ReportDocument document) => JsonSerializer.Serialize(document, Options);

    /// <exception cref="JsonException">The text is no report document.</exception>
    public static ReportDocument Read(string text) =>
        JsonSerializer.Deserialize<ReportDocument>(text, Options) ?? throw new JsonException("The report document is null.");
}
