using System.Globalization;
using EqAssess.Domain.Banks;

namespace EqAssess.Data.BankFiles;

/// <summary>Problems as compilers print them, so that editors can jump to the line.</summary>
public static class ProblemLine
{
    private const int LongestMessage = 600;

    /// <summary><c>file:line: message</c>, or <c>file:line: warning: message</c>; always a single line.</summary>
    /// <param name="folder">Put before the file's path; empty for none.</param>
    public static string Of(BankProblem problem, string folder = "")
    {
        string place = problem.Place switch
        {
            Place.InFile at => string.Create(CultureInfo.InvariantCulture, $"{Within(folder, at.File)}:{at.Line}"),
            Place.InContent at => at.Path,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return SingleLine($"{place}: {(problem.Severity == ProblemSeverity.Warning ? "warning: " : "")}{problem.Message}");
    }

    private static string Within(string folder, string file) => folder is "" or "." ? file : $"{folder}/{file}";

    // A value from a file may hold line breaks or terminal escapes, or be a whole book.
    private static string SingleLine(string text)
    {
        string clean = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return clean.Length <= LongestMessage ? clean : $"{clean[..LongestMessage]}…";
    }
}
