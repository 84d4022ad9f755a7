using System.Globalization;
using CsvHelper;
using EqAssess.Domain.Statistics.Validity;

namespace EqAssess.Data.Exchange;

/// <summary>
/// Reads a list of outcomes: candidate (code or address), measure, value, day. Commas, semicolons or tabs; columns in any order under a line of
/// headings, in this order without one.
/// </summary>
public static class OutcomeCsv
{
    /// <summary>Longest list that is taken at once.</summary>
    public const int MostRows = 5_000;

    private static readonly string[][] Headings =
    [
        ["candidate", "code", "email", "e-mail", "candidate code", "e-mail address", "email address"],
        ["measure", "criterion", "outcome"],
        ["value", "score", "result"],
        ["date", "day", "measured on"],
    ];

    private static readonly Dictionary<string, OutcomeMeasure> Measures = new(StringComparer.OrdinalIgnoreCase)
    {
        ["qa score"] = OutcomeMeasure.QaScore,
        ["qa"] = OutcomeMeasure.QaScore,
        ["csat"] = OutcomeMeasure.Csat,
        ["fcr"] = OutcomeMeasure.FirstContactResolution,
        ["first contact resolution"] = OutcomeMeasure.FirstContactResolution,
        ["attrition"] = OutcomeMeasure.Attrition,
    };

    /// <summary>Every row with its line in the file, from 1, read as far as it can be; one row too many ends the list.</summary>
    public static IEnumerable<OutcomeLine> Rows(string text)
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
        int[]? columns = null;
        int count = 0;
        while (reader.Read())
        {
            string[] fields = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            if (fields.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (columns is null)
            {
                columns = ColumnsOf(fields);
                if (columns is not null)
                {
                    continue;
                }

                columns = [0, 1, 2, 3];
            }

            int line = (int)reader.LineNumber;
            yield return ++count > MostRows ? new OutcomeLine(line, "", OutcomeLineProblem.TooManyRows)
                : broken.Contains(line) || columns.Any(c => c >= fields.Length) ? new OutcomeLine(line, fields[0], OutcomeLineProblem.Broken)
                : Read(line, [.. columns.Select(c => fields[c].Trim())]);
            if (count > MostRows)
            {
                yield break;
            }
        }
    }

    private static int[]? ColumnsOf(string[] fields)
    {
        int[] found = [.. Headings.Select(names => Array.FindIndex(fields, f => names.Contains(f.Trim().ToLowerInvariant())))];
        return found.Contains(-1) ? null : found;
    }

    private static OutcomeLine Read(int line, string[] fields)
    {
        if (fields[0].Length == 0)
        {
            return new OutcomeLine(line, "", OutcomeLineProblem.NoCandidate);
        }

        if (!Measures.TryGetValue(fields[1], out OutcomeMeasure measure))
        {
            return new OutcomeLine(line, fields[0], OutcomeLineProblem.UnknownMeasure);
        }

        return ValueOf(fields[2], measure) is not double value ? new OutcomeLine(line, fields[0], OutcomeLineProblem.BadValue) { Measure = measure }
            : !DateOnly.TryParseExact(fields[3], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? new OutcomeLine(line, fields[0], OutcomeLineProblem.BadDay) { Measure = measure, Value = value }
            : new OutcomeLine(line, fields[0], null) { Measure = measure, Value = value, On = day };
    }

    /// <summary>A comma stands for a point where there is no other one; a sign for per cent may follow.</summary>
    private static double? ValueOf(string text, OutcomeMeasure measure)
    {
        string plain = text.TrimEnd('%', ' ');
        plain = plain.Count(c => c == ',') == 1 && !plain.Contains('.') ? plain.Replace(',', '.') : plain;
        return double.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double value)
            && (measure == OutcomeMeasure.Attrition ? value is 0 or 1 : value is >= 0 and <= 100)
            ? value
            : null;
    }
}

/// <param name="Line">From 1.</param>
/// <param name="Candidate">As it was written.</param>
/// <param name="Problem">Null where the row can be read; the other fields are then all there.</param>
public sealed record OutcomeLine(int Line, string Candidate, OutcomeLineProblem? Problem)
{
    public OutcomeMeasure? Measure { get; init; }

    public double? Value { get; init; }

    public DateOnly? On { get; init; }
}

/// <summary>Why a row of outcomes cannot be read.</summary>
public enum OutcomeLineProblem
{
    /// <summary>Quotation marks that do not close, or columns that are missing.</summary>
    Broken,
    TooManyRows,
    NoCandidate,
    UnknownMeasure,

    /// <summary>No number, or outside of 0 to 100; of attrition anything but 0 and 1.</summary>
    BadValue,

    /// <summary>Not written as 2026-03-31.</summary>
    BadDay,
}
