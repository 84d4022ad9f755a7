namespace EqAssess.Data.Exchange;

/// <summary>A cell of a CSV file that a spreadsheet opens as text and never as a formula.</summary>
public static class CsvCell
{
    private const string BeginsFormulas = "=+-@\t\r\n";

    /// <summary>An apostrophe before what could be a formula; quotes where RFC 4180 asks for them.</summary>
    public static string Write(string text)
    {
        string harmless = text.Length > 0 && BeginsFormulas.Contains(text[0]) ? $"'{text}" : text;
        return harmless.AsSpan().IndexOfAny(",;\"\r\n\t") >= 0 ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
