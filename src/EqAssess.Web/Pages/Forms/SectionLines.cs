using System.Globalization;
using EqAssess.Domain.Forms;

namespace EqAssess.Web.Pages.Forms;

/// <summary>Sections as people type them: one a line, "title; scenarios; minutes", the minutes left out for no limit.</summary>
internal static class SectionLines
{
    private const int LongestTitle = 100;

    /// <returns>Null when a line cannot be read; its number, from 1, is in <paramref name="badLine"/>.</returns>
    public static IReadOnlyList<FormSection>? Read(string? text, out int badLine)
    {
        badLine = 0;
        var sections = new List<FormSection>();
        foreach ((int i, string line) in (text ?? "").ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.Trim().Length == 0)
            {
                continue;
            }

            if (Section(line) is not FormSection section)
            {
                badLine = i + 1;
                return null;
            }

            sections.Add(section);
        }

        return sections;
    }

    public static string Write(IEnumerable<FormSection> sections) => string.Join(
        "\n",
        sections.Select(s => s.Limit is TimeSpan limit
            ? string.Create(CultureInfo.InvariantCulture, $"{s.Title}; {s.Items}; {limit.TotalMinutes:0}")
            : string.Create(CultureInfo.InvariantCulture, $"{s.Title}; {s.Items}")));

    private static FormSection? Section(string line)
    {
        string[] parts = line.Split(';', StringSplitOptions.TrimEntries);
        return parts.Length is 2 or 3 && parts[0].Length is > 0 and <= LongestTitle
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int items) && items is > 0 and < 1000
            && Minutes(parts.ElementAtOrDefault(2) ?? "") is (true, var limit)
                ? new FormSection(parts[0], items, limit)
                : null;
    }

    private static (bool Readable, TimeSpan? Limit) Minutes(string text) =>
        text.Length == 0 ? (true, null)
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int minutes) && minutes is > 0 and < 10_000 ? (true, TimeSpan.FromMinutes(minutes))
        : (false, null);
}
