using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using EqAssess.Data.Exchange;

namespace EqAssess.Web.Tests.Data;

public sealed class TableFileTests
{
    [Theory]
    [InlineData("Amara", "Amara")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44 20", "'+44 20")]
    [InlineData("-x", "'-x")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("", "")]
    public void A_cell_of_a_CSV_file_is_never_a_formula(string text, string written) => Assert.Equal(written, CsvCell.Write(text));

    [Fact]
    public async Task A_workbook_is_valid_and_holds_texts_that_look_like_formulas_as_texts()
    {
        using var held = new MemoryStream();
        await using (XlsxSheet sheet = await XlsxSheet.CreateAsync(held, "Results & more", ["Candidate", "Score"], CancellationToken.None))
        {
            await sheet.AddAsync(["=HYPERLINK(\"http://x\")", 81.25]);
            await sheet.AddAsync([" Zoë 😀 \u0001\uD83D <b>", null]);
        }

        held.Position = 0;
        using SpreadsheetDocument workbook = SpreadsheetDocument.Open(held, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(workbook).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        string[] cells = [.. workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(c => c.InnerText)];
        Assert.Equal(["Candidate", "Score", "=HYPERLINK(\"http://x\")", "81.25", " Zoë 😀 � <b>", ""], cells);
        Assert.Empty(workbook.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>());
    }
}
