using System.Globalization;
using System.IO.Compression;
using EqAssess.Domain.Banks;

namespace EqAssess.Data.BankFiles;

/// <summary>What a zip holds besides a bank: the folder around it, files that nothing reads, comments that no database keeps.</summary>
internal static class ZipReading
{
    private const int MostNamed = 20;

    /// <summary>The files by their path in the bank; none where there is no single bank, and the problem says so.</summary>
    public static IReadOnlyDictionary<string, ZipArchiveEntry> InBank(IReadOnlyDictionary<string, ZipArchiveEntry> entries, List<BankProblem> problems)
    {
        string[] tops = [.. entries.Keys.Where(path => path == BankFile.Name || path.Split('/') is [_, BankFile.Name]).Order(StringComparer.Ordinal)];
        if (problems.Count == 0 && (tops.Length == 0 || (tops.Length > 1 && !tops.Contains(BankFile.Name))))
        {
            ZipEntries.Report(problems, "no-bank", ZipEntries.Whole, tops.Length == 0
                ? "there is no bank.yaml at the root of the zip, nor in a folder right below: pack the folder of a bank"
                : $"the zip holds several banks ({Known.List(tops.Take(MostNamed))}): pack each by itself");
        }

        if (problems.Count > 0)
        {
            return new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        }

        string folder = tops.Contains(BankFile.Name) ? "" : tops[0][..^BankFile.Name.Length];
        return entries.Where(e => e.Key.StartsWith(folder, StringComparison.Ordinal)).ToDictionary(e => e.Key[folder.Length..], e => e.Value, StringComparer.Ordinal);
    }

    public static BankReading Of(HeldFiles files, List<BankProblem> problems)
    {
        BankReading reading = BankReader.Read(files);
        problems.AddRange(reading.Problems);
        problems.AddRange(NotRead(files));
        problems.AddRange(Comments(files));
        return reading with { Problems = [.. problems.OrderBy(p => ((Place.InFile)p.Place).File, StringComparer.Ordinal).ThenBy(p => ((Place.InFile)p.Place).Line)] };
    }

    // The reader itself names what lies among forms, items and keys.
    private static IEnumerable<BankProblem> NotRead(HeldFiles files)
    {
        string[] unread = [.. files.Paths.Where(path => path != BankFile.Name && path.Split('/') is not ["forms" or "items" or "keys", _, ..] && !IsHidden(path))];
        foreach (string path in unread.Take(MostNamed))
        {
            yield return Warning("not-read", path, "this is not read: a bank is bank.yaml, items/<id>.yaml, keys/<version>.yaml and forms/<id>.yaml");
        }

        if (unread.Length > MostNamed)
        {
            yield return Warning("not-read", ZipEntries.Whole, string.Create(CultureInfo.InvariantCulture, $"{unread.Length - MostNamed} more files of the zip are not read"));
        }
    }

    // What operating systems put beside the files of people.
    private static bool IsHidden(string path) => path.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX");

    private static IEnumerable<BankProblem> Comments(HeldFiles files)
    {
        string[] commented = [.. files.Paths.Where(HeldFiles.IsContent).Where(path => YamlComments.AreIn(files.Open(path))).Order(StringComparer.Ordinal)];
        if (commented.Length > 0)
        {
            string count = commented.Length == 1 ? "this file holds" : string.Create(CultureInfo.InvariantCulture, $"this file and {commented.Length - 1} more hold");
            yield return Warning("comments", commented[0], $"{count} YAML comments, which are not taken over: an export has none");
        }
    }

    private static BankProblem Warning(string code, string path, string message) => new(code, ProblemSeverity.Warning, new Place.InFile(path, 1), message);
}
