using System.CommandLine;
using EqAssess.Cli.Stats;

namespace EqAssess.Cli;

/// <summary>The commands of <c>eqassess</c>, in the order of its help.</summary>
public static class CommandLine
{
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("EqAssess on the command line: the same rules as the server, without one.")
        {
            new Command("bank", "Question banks in files.")
            {
                BankCheck.Command(),
                BankFormat.Command(),
                BankDiff.Command(),
                BankExport.Command(),
                BankUnzip.Command(),
                BankExportQti.Command(),
                BankImportQti.Command(),
            },
            new Command("form", "Forms from the blueprints of a bank.")
            {
                FormAssemble.Command(),
            },
            new Command("stats", "Statistics of CSV files: a header, one person a row.")
            {
                StatsReliability.Command(),
                StatsChoices.Command(),
                StatsDif.Command(),
                StatsImpact.Command(),
                StatsIrt.Command(),
                StatsIcc.Command(),
                StatsAgreement.Command(),
                StatsEffort.Command(),
            },
        };
        return root.Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = error });
    }
}
