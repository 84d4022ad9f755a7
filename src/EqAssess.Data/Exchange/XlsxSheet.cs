using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace EqAssess.Data.Exchange;

/// <summary>
/// A workbook of one sheet, written row by row to a stream that need not seek (ECMA-376, transitional). Texts are inline strings, which no
/// spreadsheet reads as formulas; the first row is bold and stays in view.
/// </summary>
public sealed class XlsxSheet : IAsyncDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private readonly AsyncOutput output;
    private readonly ZipArchive zip;
    private readonly Stream part;
    private readonly XmlWriter sheet;
    private int rows;

    private XlsxSheet(AsyncOutput output, ZipArchive zip, Stream part)
    {
        this.output = output;
        this.zip = zip;
        this.part = part;
        sheet = XmlWriter.Create(part, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) });
    }

    /// <param name="name">Of the sheet: at most 31 characters, none of <c>[]:*?/\</c>.</param>
    public static async Task<XlsxSheet> CreateAsync(Stream stream, string name, IReadOnlyList<string> headings, CancellationToken cancellationToken)
    {
        var late = new AsyncOutput(stream);
        ZipArchive made = await ZipArchive.CreateAsync(late, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        foreach ((string path, string content) in Parts(name))
        {
            await using Stream written = await made.CreateEntry(path).OpenAsync(cancellationToken);
            await written.WriteAsync(Encoding.UTF8.GetBytes(content), cancellationToken);
        }

        var workbook = new XlsxSheet(late, made, await made.CreateEntry("xl/worksheets/sheet1.xml").OpenAsync(cancellationToken));
        await workbook.BeginAsync();
        await workbook.RowAsync([.. headings], "1");
        return workbook;
    }

    /// <param name="cells">Texts, numbers (<see cref="double"/>) and nulls for empty cells.</param>
    public Task AddAsync(IReadOnlyList<object?> cells) => RowAsync(cells, style: null);

    public async ValueTask DisposeAsync()
    {
        await sheet.WriteEndElementAsync();
        await sheet.WriteEndElementAsync();
        await sheet.FlushAsync();
        await sheet.DisposeAsync();
        await part.DisposeAsync();
        await zip.DisposeAsync();
        await output.FlushAsync();
        await output.DisposeAsync();
    }

    private async Task BeginAsync()
    {
        await sheet.WriteStartDocumentAsync();
        await sheet.WriteStartElementAsync(null, "worksheet", Main);
        await sheet.WriteRawAsync("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        await sheet.WriteStartElementAsync(null, "sheetData", Main);
    }

    private async Task RowAsync(IReadOnlyList<object?> cells, string? style)
    {
        await sheet.WriteStartElementAsync(null, "row", Main);
        await sheet.WriteAttributeStringAsync(null, "r", null, (++rows).ToString(CultureInfo.InvariantCulture));
        foreach (object? cell in cells)
        {
            await CellAsync(cell, style);
        }

        await sheet.WriteEndElementAsync();
    }

    private async Task CellAsync(object? cell, string? style)
    {
        await sheet.WriteStartElementAsync(null, "c", Main);
        if (style is not null)
        {
            await sheet.WriteAttributeStringAsync(null, "s", null, style);
        }

        if (cell is string text)
        {
            await sheet.WriteAttributeStringAsync(null, "t", null, "inlineStr");
            await sheet.WriteStartElementAsync(null, "is", Main);
            await sheet.WriteStartElementAsync(null, "t", Main);
            await sheet.WriteAttributeStringAsync("xml", "space", null, "preserve");
            await sheet.WriteStringAsync(Writable(text));
            await sheet.WriteEndElementAsync();
            await sheet.WriteEndElementAsync();
        }
        else if (cell is double number)
        {
            await sheet.WriteElementStringAsync(null, "v", Main, number.ToString("R", CultureInfo.InvariantCulture));
        }

        await sheet.WriteEndElementAsync();
    }

    /// <summary>XML has no words for most control characters and for half a surrogate pair.</summary>
    private static string Writable(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)));

    private static IEnumerable<(string Path, string Content)> Parts(string name) =>
    [
        ("[Content_Types].xml", $"""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        ("_rels/.rels", $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/_rels/workbook.xml.rels", $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{System.Security.SecurityElement.Escape(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/styles.xml", $"""<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>"""),
    ];
}
