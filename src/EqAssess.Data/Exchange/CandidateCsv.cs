using System.Text;
using CsvHelper;

namespace EqAssess.Data.Exchange;

/// <summary>
/// Reads a list of candidates as people export it: UTF-8 or UTF-16, commas, semicolons or tabs, columns in any order, with or without
/// a line of headings.
/// </summary>
public static class CandidateCsv
{
    /// <summary>Longest list that is taken at once.</summary>
    public const int MostRows = 20_000;

    private static readonly string[] NameHeadings = ["name", "full name", "candidate", "nombre", "nom"];
    private static readonly string[] FirstNameHeadings = ["first name", "firstname", "given name", "forename"];
    private static readonly string[] LastNameHeadings = ["last name", "lastname", "surname", "family name"];
    private static readonly string[] AddressHeadings = ["email", "e-mail", "mail", "email address", "e-mail address", "correo", "courriel"];

    /// <summary>The text of an uploaded file, whichever of the usual encodings it has.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        if (bytes.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        // No text of a list holds a zero byte but UTF-16, whose plain letters have one each: behind the letter, or before it.
        return bytes.IndexOf((byte)0) < 0 ? Text8(bytes)
            : ZerosAt(bytes, 1) > ZerosAt(bytes, 0) ? Encoding.Unicode.GetString(bytes)
            : Encoding.BigEndianUnicode.GetString(bytes);
    }

    /// <summary>Every row with its number in the file (the first line is 1). Rows that cannot be read are among them, with the reason.</summary>
    public static IReadOnlyList<CsvRow> Read(string text)
    {
        var broken = new HashSet<long>();
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = record => broken.Add(record.LineNumber),
        };
        using CsvReader reader = CsvReader.FromText(text, options);
        var rows = new List<CsvRow>();
        Columns? columns = null;
        while (reader.Read())
        {
            int line = (int)reader.LineNumber;
            string[] fields = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            if (broken.Contains(line))
            {
                rows.Add(new CsvRow(line, null, null, CsvRowProblem.BrokenQuotes));
                continue;
            }

            if (fields.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (columns is null)
            {
                columns = Columns.FromHeading(fields);
                if (columns is not null)
                {
                    continue;
                }

                columns = Columns.FromFirstRow(fields);
            }

            if (rows.Count == MostRows)
            {
                rows.Add(new CsvRow(line, null, null, CsvRowProblem.TooManyRows));
                break;
            }

            rows.Add(columns.Read(line, fields));
        }

        return rows;
    }

    private static int ZerosAt(ReadOnlySpan<byte> bytes, int start)
    {
        int zeros = 0;
        for (int i = start; i < bytes.Length; i += 2)
        {
            zeros += bytes[i] == 0 ? 1 : 0;
        }

        return zeros;
    }

    private static string Text8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>Which column holds what; -1 where there is none.</summary>
    private sealed record Columns(int Name, int FirstName, int LastName, int Address, int Count)
    {
        public static Columns? FromHeading(string[] fields)
        {
            int address = Find(fields, AddressHeadings);
            return address < 0 || fields.Any(f => f.Contains('@'))
                ? null
                : new Columns(Find(fields, NameHeadings), Find(fields, FirstNameHeadings), Find(fields, LastNameHeadings), address, fields.Length);
        }

        public static Columns FromFirstRow(string[] fields)
        {
            int address = Array.FindIndex(fields, f => f.Contains('@'));
            address = address < 0 ? Math.Min(1, fields.Length - 1) : address;
            int name = Array.FindIndex(fields, f => !f.Contains('@') && f.Length > 0);
            return new Columns(name == address ? -1 : name, -1, -1, address, fields.Length);
        }

        public CsvRow Read(int number, string[] fields)
        {
            if (fields.Length < Count)
            {
                return new CsvRow(number, null, null, CsvRowProblem.MissingColumns);
            }

            string name = Name >= 0 ? fields[Name] : string.Join(' ', new[] { At(fields, FirstName), At(fields, LastName) }.Where(f => f.Length > 0));
            return new CsvRow(number, name, At(fields, Address), null);
        }

        private static string At(string[] fields, int column) => column >= 0 && column < fields.Length ? fields[column] : "";

        private static int Find(string[] fields, string[] headings) =>
            Array.FindIndex(fields, f => headings.Contains(f.Trim().ToLowerInvariant()));
    }
}

/// <param name="Number">Line in the file, from 1.</param>
public sealed record CsvRow(int Number, string? Name, string? Address, CsvRowProblem? Problem);

/// <summary>Why a row cannot be read.</summary>
public enum CsvRowProblem
{
    /// <summary>A quotation mark that opens and does not close in its line, or text behind one that closes.</summary>
    BrokenQuotes,

    MissingColumns,
    TooManyRows,
}
