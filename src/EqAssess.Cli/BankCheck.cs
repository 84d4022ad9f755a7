using System.CommandLine;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;

namespace EqAssess.Cli;

/// <summary><c>eqassess bank check FOLDER</c>: lists every problem, or says what the banks hold.</summary>
internal static class BankCheck
{
    public static Command Command()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of a bank, or one whose subfolders are banks." };
        var command = new Command("check", "List all problems of question banks; exit code 1 if any is an error.") { folder };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            return Run(parsed.GetRequiredValue(folder), streams.Output, streams.Error);
        });
        return command;
    }

    private static int Run(string folder, TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(folder))
        {
            error.WriteLine($"There is no folder '{folder}'.");
            return 1;
        }

        var found = BankFolders.Find(folder);
        bool sound = Listed(found.Problems, ".", output);
        var summaries = new List<string>();
        var folders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string bank in found.Folders)
        {
            var reading = BankReader.Read(Path.Combine(folder, bank));
            sound &= Listed(reading.Problems, bank, output);
            if (reading.Bank is { } read)
            {
                summaries.AddRange(BankSummary.Lines(read, reading.Keys));
                sound &= folders.TryAdd(read.Id, bank) || Listed([SameId(read.Id, folders[read.Id])], bank, output);
            }
        }

        foreach (string line in sound ? summaries : [])
        {
            output.WriteLine(line);
        }

        return sound ? 0 : 1;
    }

    private static BankProblem SameId(string id, string other) => new(
        "duplicate-id", ProblemSeverity.Error, new Place.InFile("bank.yaml", 1), $"the bank in {other}/ has the id '{id}' too: give each its own");

    private static bool Listed(IReadOnlyList<BankProblem> problems, string bank, TextWriter output)
    {
        foreach (var problem in problems)
        {
            output.WriteLine($"{ProblemLine.Of(problem, bank)} [{problem.Code}]");
        }

        return problems.All(p => p.Severity != ProblemSeverity.Error);
    }
}
