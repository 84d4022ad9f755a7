using System.CommandLine;
using EqAssess.Data.BankFiles;

namespace EqAssess.Cli;

/// <summary><c>eqassess bank export FOLDER --zip OUT.zip</c>: a whole bank, keys and all, as one file.</summary>
internal static class BankExport
{
    public static Command Command()
    {
        var folder = new Argument<string>("BANK") { Description = "The folder of a bank, or a zip of one." };
        var zip = new Option<string>("--zip") { Description = "The zip to write.", Required = true };
        var force = new Option<bool>("--force") { Description = "Write over a file that is there." };
        var command = new Command("export", "Write a sound bank, with its keys, as a zip in canonical form; the same bank gives the same bytes.") { folder, zip, force };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            return Run(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(zip), parsed.GetValue(force), streams.Output, streams.Error);
        });
        return command;
    }

    private static int Run(string source, string zip, bool force, TextWriter output, TextWriter error)
    {
        if (!IsFree(zip, force, error) || BankSource.Read(source, output, error) is not var (bank, keys))
        {
            return 1;
        }

        var content = new MemoryStream();
        BankZip.Write(content, bank, keys);
        return BankSource.Written(zip, error, () => BankFolderWriter.Write(zip, content.ToArray())) ? 0 : 1;
    }

    /// <summary>Whether a file may be written there; that it may not is said.</summary>
    public static bool IsFree(string file, bool force, TextWriter error)
    {
        if (File.Exists(file) && !force)
        {
            error.WriteLine($"There is a file '{file}' already: name another, or say --force.");
            return false;
        }

        return true;
    }
}
