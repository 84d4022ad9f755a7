using System.CommandLine;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;

namespace EqAssess.Cli;

/// <summary><c>eqassess bank format FOLDER</c>: rewrites the files of sound banks in canonical form. Files with comments are left alone.</summary>
internal static class BankFormat
{
    public static Command Command()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of a bank, or one whose subfolders are banks." };
        var check = new Option<bool>("--check") { Description = "Change nothing: list the files that differ; exit code 1 if any does." };
        var drop = new Option<bool>("--drop-comments") { Description = "Rewrite files with comments too; the comments are lost." };
        var command = new Command("format", "Rewrite the files of banks in canonical form.") { folder, check, drop };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            return Run(parsed.GetRequiredValue(folder), parsed.GetValue(check), parsed.GetValue(drop), streams.Output, streams.Error);
        });
        return command;
    }

    private static int Run(string folder, bool check, bool drop, TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(folder))
        {
            error.WriteLine($"There is no folder '{folder}'.");
            return 1;
        }

        FoundBanks found = BankFolders.Find(folder);
        BankSource.List(found.Problems, ".", output);
        bool well = found.Problems.Count == 0;
        foreach (string bank in found.Folders)
        {
            BankReading reading = BankReader.Read(Path.Combine(folder, bank));
            BankSource.List(reading.Problems.Where(p => p.Severity == ProblemSeverity.Error), bank, output);
            well &= reading.Bank is { } read && Formatted(Path.Combine(folder, bank), CanonicalYaml.Files(read, reading.Keys), check, drop, output, error);
        }

        return well ? 0 : 1;
    }

    private static bool Formatted(string folder, IReadOnlyList<BankFileText> files, bool check, bool drop, TextWriter output, TextWriter error)
    {
        bool well = true;
        foreach (var (path, text) in files)
        {
            string file = Path.Combine(folder, path);
            byte[] canonical = BankFolderWriter.Utf8.GetBytes(text);
            if (File.ReadAllBytes(file).AsSpan().SequenceEqual(canonical))
            {
                continue;
            }

            if (!drop && YamlComments.AreIn(File.ReadAllText(file)))
            {
                output.WriteLine($"{file}: left as it is, for the sake of its comments");
                continue;
            }

            output.WriteLine(check ? $"{file}: is not in canonical form" : $"{file}: rewritten");
            well &= !check && BankSource.Written(file, error, () => BankFolderWriter.Write(file, canonical));
        }

        return well;
    }
}
