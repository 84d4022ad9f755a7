using System.Collections;
using EqAssess.Domain.Reports;
using QRCoder;

namespace EqAssess.Web.Rendering;

/// <summary>How somebody who holds the paper can check it.</summary>
/// <param name="Code">As printed, with dashes.</param>
/// <param name="Address">Of the page that checks it; with a host where the site knows its own.</param>
/// <param name="Digest">SHA-256 of the canonical document (<see cref="CanonicalReport"/>), lower-case hexadecimal.</param>
/// <param name="Language">BCP 47 tag of the texts around it.</param>
public sealed record SealedPaper(string Code, string Address, string Digest, string Language);

/// <summary>The end of a paper: its code, where to check it, its digest, and the address as a picture for a phone.</summary>
internal static class SealHtml
{
    private const int DigestGroup = 8;

    public static string Markup(SealedPaper seal)
    {
        var words = new CandidateWords { Culture = Languages.CultureOf(seal.Language) };
        return $"""
            <section class="report-section report-seal" aria-labelledby="report-seal" lang="{ReportHtml.Text(words.Language)}" dir="{words.Direction}">{Picture(seal.Address, words["Seal.Picture"])}<div>
            <h2 id="report-seal">{ReportHtml.Text(words["Seal.Title"])}</h2>
            <p>{ReportHtml.Text(words["Seal.Text", seal.Code, seal.Address])}</p>
            <p>{ReportHtml.Text(words["Seal.Digest"])} <code dir="ltr">{Digest(seal)}</code></p></div></section>
            """;
    }

    /// <summary>In groups, so that it can be compared by eye.</summary>
    public static string Digest(SealedPaper seal) => string.Join(' ', seal.Digest.Chunk(DigestGroup).Select(g => new string(g)));

    /// <summary>Dark squares as one path; the library's matrix has the quiet margin that readers need.</summary>
    public static string Picture(string address, string? label = null)
    {
        using QRCodeData code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        List<BitArray> rows = code.ModuleMatrix;
        int size = rows.Count;
        IEnumerable<string> squares =
            from y in Enumerable.Range(0, size)
            from x in Enumerable.Range(0, size)
            where rows[y][x]
            select $"M{x} {y}h1v1h-1z";
        string name = label is null ? "" : $"role=\"img\" aria-label=\"{ReportHtml.Text(label)}\" ";
        return $"""<svg xmlns="http://www.w3.org/2000/svg" {name}viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="#000" d="{string.Concat(squares)}"/></svg>""";
    }
}
