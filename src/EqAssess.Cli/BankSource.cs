using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Cli;

/// <summary>Reads the bank that an argument names, a folder or a zip, and says all that is wrong with it.</summary>
internal static class BankSource
{
    /// <returns>Null where there is no bank to go on with; that is said then.</returns>
    public static (Bank Bank, IReadOnlyList<Key> Keys)? Read(string path, TextWriter output, TextWriter error)
    {
        if (Reading(path, error) is not { } reading)
        {
            return null;
        }

        List(reading.Problems, Directory.Exists(path) ? "" : path, output);
        return reading.Bank is { } bank ? (bank, reading.Keys) : null;
    }

    public static void List(IEnumerable<BankProblem> problems, string folder, TextWriter output)
    {
        foreach (BankProblem problem in problems)
        {
            output.WriteLine($"{ProblemLine.Of(problem, folder)} [{problem.Code}]");
        }
    }

    /// <returns>False where it cannot be written, and that is said then.</returns>
    public static bool Written(string place, TextWriter error, Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"'{place}' cannot be written: {e.Message}");
            return false;
        }
    }

    private static BankReading? Reading(string path, TextWriter error)
    {
        if (Directory.Exists(path))
        {
            return BankReader.Read(path);
        }

        try
        {
            using var file = File.OpenRead(path);
            return BankZip.Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(e is FileNotFoundException or DirectoryNotFoundException ? $"There is no folder and no file '{path}'." : $"'{path}' cannot be read: {e.Message}");
            return null;
        }
    }
}
