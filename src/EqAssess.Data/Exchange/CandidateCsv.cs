using CsvHelper;

namespace EqAssess.Data.Exchange;

/// <summary>
/// Reads a list of candidates as people export it: commas, semicolons or tabs, columns in any order, with or without a line of headings. How
/// its bytes become text is the business of <see cref="ListText"/>.
/// </summary>
public static class CandidateCsv
{
    /// <summary>Longest list that is taken at once.</summary>
    public const int MostRows = 100_000;

    private static readonly string[] NameHeadings = ["name", "full name", "candidate", "nombre", "nom"];
    private static readonly string[] FirstNameHeadings = ["first name", "firstname", "given name", "forename"];
    private static readonly string[] LastNameHeadings = ["last name", "lastname", "surname", "family name"];
    private static readonly string[] AddressHeadings = ["email", "e-mail", "mail", "email address", "e-mail address", "correo", "courriel"];

    /// <summary>Every row with its number in the file (the first line is 1). Rows that cannot be read are among them, with the reason.</summary>
    public static IReadOnlyList<CsvRow> Read(string text) => [.. Rows(text)];

    /// <inheritdoc cref="Read"/>
    /// <remarks>One after the other: a long list need not be held.</remarks>
    public static IEnumerable<CsvRow> Rows(string text)
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
        int count = 0;
        Columns? columns = null;
        while (reader.Read())
        {
            int line = (int)reader.LineNumber;
            string[] fields = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            if (count == MostRows && (broken.Contains(line) || !fields.All(string.IsNullOrWhiteSpace)))
            {
                yield return new CsvRow(line, null, null, CsvRowProblem.TooManyRows);
                yield break;
            }

            if (broken.Contains(line))
            {
                count++;
                yield return new CsvRow(line, null, null, CsvRowProblem.BrokenQuotes);
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

            count++;
            yield return columns.Read(line, fields);
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
