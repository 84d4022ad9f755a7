using System.CommandLine;
using EqAssess.Data.BankFiles;

namespace EqAssess.Cli;

/// <summary><c>eqassess bank unzip IN.zip FOLDER</c>: a sound bank out of a zip, or nothing and every problem.</summary>
internal static class BankUnzip
{
    public static Command Command()
    {
        var zip = new Argument<string>("ZIP") { Description = "A zip of one bank." };
        var folder = new Argument<string>("FOLDER") { Description = "The folder to make." };
        var force = new Option<bool>("--force") { Description = "Replace bank.yaml, items, keys and forms of a folder that has them; what else lies in it stays." };
        var command = new Command("unzip", "Check a zip of a bank and write the bank, in canonical form, to a folder.") { zip, folder, force };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            return Run(parsed.GetRequiredValue(zip), parsed.GetRequiredValue(folder), parsed.GetValue(force), streams.Output, streams.Error);
        });
        return command;
    }

    private static int Run(string zip, string folder, bool force, TextWriter output, TextWriter error) =>
        IsFree(folder, force, error)
        && BankSource.Read(zip, output, error) is var (bank, keys)
        && BankSource.Written(folder, error, () => BankFolderWriter.Write(folder, CanonicalYaml.Files(bank, keys))) ? 0 : 1;

    /// <summary>Whether a bank may be written there; that it may not is said.</summary>
    public static bool IsFree(string folder, bool force, TextWriter error)
    {
        if (File.Exists(folder) || (BankFolderWriter.HoldsBank(folder) && !force))
        {
            error.WriteLine(File.Exists(folder) ? $"'{folder}' is a file: name a folder." : $"There is a bank in '{folder}' already: name another folder, or say --force to replace it.");
            return false;
        }

        return true;
    }
}
