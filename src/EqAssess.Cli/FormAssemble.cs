using System.CommandLine;
using System.Globalization;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;

namespace EqAssess.Cli;

/// <summary><c>eqassess form assemble BANKFOLDER --blueprint NAME --seed N</c>: assembles forms and prints the report.</summary>
internal static class FormAssemble
{
    public static Command Command()
    {
        var folder = new Argument<string>("BANKFOLDER") { Description = "The folder of a bank." };
        var blueprint = new Option<string>("--blueprint") { Description = "Id of a blueprint in the bank's forms folder.", Required = true };
        var seed = new Option<long>("--seed") { Description = "A whole number; the same seed and bank give the same forms.", DefaultValueFactory = _ => 1 };
        var command = new Command("assemble", "Assemble parallel forms from a blueprint and print a report; exit code 1 if that is not possible.") { folder, blueprint, seed };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            return Run(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(blueprint), parsed.GetValue(seed), streams.Output, streams.Error);
        });
        return command;
    }

    private static int Run(string folder, string id, long seed, TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(folder))
        {
            error.WriteLine($"There is no folder '{folder}'.");
            return 1;
        }

        BankReading reading = BankReader.Read(folder);
        if (reading.Bank is not { } bank || reading.Keys.Count == 0)
        {
            error.WriteLine($"The bank cannot be used as it is: see 'eqassess bank check {folder}'.");
            return 1;
        }

        if (bank.Blueprints.FirstOrDefault(b => b.Id == id) is not { } blueprint)
        {
            error.WriteLine($"There is no blueprint '{id}' in forms/: known are {Known.List(bank.Blueprints.Select(b => b.Id))}.");
            return 1;
        }

        return Assemble(bank, Strongest(reading.Keys), blueprint, seed, output, error);
    }

    private static int Assemble(Bank bank, Key key, Blueprint blueprint, long seed, TextWriter output, TextWriter error)
    {
        List<AssemblyItem> candidates =
        [
            .. bank.Items.Where(i => i.Use == ItemUse.Live && ResponseFormats.Get(i.Format).HasPage)
                .Select(i => FormCandidates.Of(i, bank.DomainOf(i.Facet)?.Code ?? "", key)),
        ];
        switch (FormAssembly.Assemble(blueprint, candidates, BlindGains.TextStrategies, seed, CancellationToken.None))
        {
            case AssemblyResult.Assembled made:
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{blueprint.Title}: blueprint {blueprint.Id}, seed {seed}, key {key.Version} ({Words.Of(key.Status)})"));
                foreach (string line in AssemblyLines.Of(made, bank, key, seed))
                {
                    output.WriteLine(line);
                }

                return 0;
            case AssemblyResult.NotPossible not:
                error.WriteLine(not.Proved ? "Not possible:" : "No forms were found in all restarts of the search. Most in the way:");
                foreach (FailedConstraint failed in not.Failed)
                {
                    error.WriteLine($"  {FailedConstraintLine.Of(failed, not.Proved)}");
                }

                return 1;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The key with the best evidence, and the newest by name among equals.</summary>
    private static Key Strongest(IReadOnlyList<Key> keys) => keys
        .OrderBy(k => k.Status switch { KeyStatus.Panel => 0, KeyStatus.Provisional => 1, KeyStatus.Draft => 2, _ => 3 })
        .ThenByDescending(k => k.Version, StringComparer.Ordinal).First();
}
