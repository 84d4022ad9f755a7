using EqAssess.Domain.Banks;

namespace EqAssess.Data.BankFiles;

/// <param name="Folders">Relative to the searched path, with slashes; <c>.</c> for itself.</param>
/// <param name="Problems">Relative to the searched path.</param>
public sealed record FoundBanks(IReadOnlyList<string> Folders, IReadOnlyList<BankProblem> Problems);

/// <summary>Finds the banks of a folder: itself, or the folders right below it.</summary>
public static class BankFolders
{
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static FoundBanks Find(string path)
    {
        if (IsBank(path))
        {
            return new FoundBanks(["."], []);
        }

        var below = Directory.EnumerateDirectories(path).Select(Path.GetFileName).OfType<string>()
            .Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal).ToList();
        var banks = below.Where(name => IsBank(Path.Combine(path, name))).ToList();
        var problems = below.Except(banks, StringComparer.Ordinal)
            .Where(name => Directory.Exists(Path.Combine(path, name, "items")) || Directory.Exists(Path.Combine(path, name, "keys")))
            .Select(name => Missing($"{name}/{BankFile.Name}", "this folder has items or keys and no bank.yaml: add it"))
            .ToList();
        if (banks.Count == 0 && problems.Count == 0)
        {
            problems.Add(Missing(BankFile.Name, "there is no bank.yaml here, nor in a folder right below: name the folder of a bank, or one that holds banks"));
        }

        return new FoundBanks(banks, problems);
    }

    private static bool IsBank(string path) => File.Exists(Path.Combine(path, BankFile.Name));

    private static BankProblem Missing(string file, string message) =>
        new("no-bank", ProblemSeverity.Error, new Place.InFile(file, 1), message);
}
