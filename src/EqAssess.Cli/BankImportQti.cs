using System.CommandLine;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Exchange.Qti;
using EqAssess.Domain.Banks;

namespace EqAssess.Cli;

/// <summary><c>eqassess bank import-qti IN FOLDER</c>: what is understood of QTI, as a bank folder to complete.</summary>
internal static class BankImportQti
{
    public static Command Command()
    {
        var source = new Argument<string>("IN") { Description = "A package (zip) or the XML of one item: QTI 3.0, 2.2 or 2.1." };
        var folder = new Argument<string>("FOLDER") { Description = "The folder to make." };
        var facet = new Option<string>("--facet") { Description = "The facet of items that name none.", DefaultValueFactory = _ => "" };
        var force = new Option<bool>("--force") { Description = "Replace bank.yaml, items, keys and forms of a folder that has them; what else lies in it stays." };
        var command = new Command("import-qti", "Write what is understood of QTI as a bank and list what is refused or lacking; exit code 0 only for a bank that is sound and whole.") { source, folder, facet, force };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            return Run(parsed.GetRequiredValue(source), parsed.GetRequiredValue(folder), parsed.GetRequiredValue(facet), parsed.GetValue(force), streams.Output, streams.Error);
        });
        return command;
    }

    private static int Run(string source, string folder, string facet, bool force, TextWriter output, TextWriter error)
    {
        if (!BankUnzip.IsFree(folder, force, error) || Reading(source, facet, error) is not { } reading)
        {
            return 1;
        }

        BankSource.List(reading.Problems, "", output);
        bool written = reading.Files.Count > 0 && BankSource.Written(folder, error, () => BankFolderWriter.Write(folder, reading.Files));
        return written && reading.Problems.All(p => p.Severity != ProblemSeverity.Error) ? 0 : 1;
    }

    private static QtiReading? Reading(string source, string facet, TextWriter error)
    {
        try
        {
            using var file = File.OpenRead(source);
            return QtiPackage.Read(file, Path.GetFileName(source), facet);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(e is FileNotFoundException or DirectoryNotFoundException ? $"There is no file '{source}'." : $"'{source}' cannot be read: {e.Message}");
            return null;
        }
    }
}
