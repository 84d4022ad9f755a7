using System.Globalization;
using System.Text;

namespace EqAssess.Cli.Stats;

/// <summary>A CSV file in memory: a header and rows of as many cells (RFC 4180: commas, quotes doubled within quotes).</summary>
internal sealed class CsvTable
{
    // Most cells of such files are one digit; each is kept once.
    private static readonly string[] Short = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<(int Line, string[] Cells)> rows = [];

    private readonly List<string> head;

    private CsvTable(string file, string[] head)
    {
        File = file;
        this.head = [.. head];
    }

    public string File { get; }

    public IReadOnlyList<string> Head => head;

    public int Count => rows.Count;

    /// <exception cref="InputProblem">There is no such file, no header, no row, a name twice, or a row of another length.</exception>
    public static CsvTable Read(string file)
    {
        if (Directory.Exists(file))
        {
            throw new InputProblem($"'{file}' is a folder; name a CSV file");
        }

        try
        {
            using var reader = new StreamReader(file, Strict);
            return Read(file, reader);
        }
        catch (DecoderFallbackException)
        {
            throw new InputProblem($"{file}: this is not UTF-8; save it as CSV in UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputProblem(e is FileNotFoundException or DirectoryNotFoundException ? $"There is no file '{file}'." : $"'{file}' cannot be read: {e.Message}");
        }
    }

    /// <summary>The place of a column.</summary>
    /// <exception cref="InputProblem">There is none of that name.</exception>
    public int Place(string column)
    {
        int place = head.IndexOf(column);
        return place >= 0 ? place : throw new InputProblem($"{File}:1: there is no column '{column}': there are {string.Join(", ", Head)}{Separated}");
    }

    /// <summary>A single name with another separator in it: most likely the header of such a file.</summary>
    private string Separated => Head is [var only] && only.AsSpan().ContainsAny(";\t|")
        ? "; cells have to be separated by commas" : "";

    public string Cell(int row, int place) => rows[row].Cells[place];

    public string[] Column(string name)
    {
        int place = Place(name);
        return [.. rows.Select(r => r.Cells[place])];
    }

    /// <summary>Where a cell stands, to begin a message with.</summary>
    public string Where(int row, int place) => string.Create(CultureInfo.InvariantCulture, $"{File}:{rows[row].Line}: column '{Head[place]}'");

    private static CsvTable Read(string file, StreamReader reader)
    {
        CsvTable? table = null;
        int line = 1;
        while (!reader.EndOfStream)
        {
            int begins = line;
            string[] cells = Cells(reader, ref line, out bool open);
            if (open)
            {
                throw new InputProblem(string.Create(CultureInfo.InvariantCulture, $"{file}:{begins}: a quote is opened in this row and never closed"));
            }

            if (table is null && cells is [""])
            {
                continue;
            }

            if (table is null)
            {
                table = new CsvTable(file, Checked(file, Array.ConvertAll(cells, c => c.Trim())));
            }
            else if (cells is not [""])
            {
                table.rows.Add((begins, cells.Length == table.Head.Count ? cells : throw new InputProblem(string.Create(
                    CultureInfo.InvariantCulture, $"{file}:{begins}: {cells.Length} cells, and the header has {table.Head.Count}; leave a cell empty where nothing is known, and put quotes around one with a comma"))));
            }
        }

        return table is null ? throw new InputProblem($"{file}: the file is empty")
            : table.rows.Count == 0 ? throw new InputProblem($"{file}: there is no row below the header")
            : table;
    }

    private static string[] Checked(string file, string[] head) =>
        head.FirstOrDefault(h => h.Length == 0) is not null ? throw new InputProblem($"{file}:1: a column has no name")
        : head.CountBy(h => h).FirstOrDefault(h => h.Value > 1) is { Value: > 1 } twice ? throw new InputProblem($"{file}:1: the column '{twice.Key}' is there twice")
        : head;

    private static string[] Cells(StreamReader reader, ref int line, out bool open)
    {
        open = false;
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        while (reader.Read() is >= 0 and var read)
        {
            char c = (char)read;
            line += c == '\n' ? 1 : 0;
            if (c == '"')
            {
                // A quote within quotes is doubled: the second one opens them again.
                quoted = !quoted;
                if (!quoted && reader.Peek() == '"')
                {
                    cell.Append((char)reader.Read());
                    quoted = true;
                }
            }
            else if (quoted || c is not (',' or '\n'))
            {
                cell.Append(c);
            }
            else
            {
                cells.Add(Taken(cell));
                if (c == '\n')
                {
                    return [.. cells];
                }
            }
        }

        cells.Add(Taken(cell));
        open = quoted;
        return [.. cells];
    }

    private static string Taken(StringBuilder cell)
    {
        while (cell.Length > 0 && cell[^1] == '\r')
        {
            cell.Length--;
        }

        string text = cell.Length == 1 && cell[0] < 128 ? Short[cell[0]] : cell.ToString();
        cell.Clear();
        return text;
    }
}
