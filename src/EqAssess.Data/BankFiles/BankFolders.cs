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
        var banks = below.Where(name => IsBank(Path.Combine(path, name))).ToLookup(name => StaysWithin(path, name));
        List<BankProblem> problems =
        [
            .. banks[false].Select(name => Problem("outside", name, "a symbolic link leads out of this folder: put the bank itself here, or check the folder that it leads to")),
            .. below.Where(name => IsHeadless(Path.Combine(path, name)))
                .Select(name => Problem("no-bank", $"{name}/{BankFile.Name}", "this folder has items or keys and no bank.yaml: add it")),
        ];
        if (!banks[true].Any() && problems.Count == 0)
        {
            problems.Add(Problem("no-bank", BankFile.Name, "there is no bank.yaml here, nor in a folder right below: name the folder of a bank, or one that holds banks"));
        }

        return new FoundBanks([.. banks[true]], problems);
    }

    private static bool StaysWithin(string path, string name) => RealPath.IsWithin(RealPath.Of(path), RealPath.Of(Path.Combine(path, name)));

    private static bool IsHeadless(string path) =>
        !IsBank(path) && (Directory.Exists(Path.Combine(path, "items")) || Directory.Exists(Path.Combine(path, "keys")));

    private static bool IsBank(string path) => File.Exists(Path.Combine(path, BankFile.Name));

    private static BankProblem Problem(string code, string file, string message) =>
        new(code, ProblemSeverity.Error, new Place.InFile(file, 1), message);
}
