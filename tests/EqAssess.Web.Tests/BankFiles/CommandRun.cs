using EqAssess.Cli;

namespace EqAssess.Web.Tests.BankFiles;

/// <summary>One run of the command line.</summary>
internal sealed record CommandRun(int Exit, string Output, string Error)
{
    public static CommandRun Of(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        int exit = CommandLine.Run(args, output, error);
        return new CommandRun(exit, output.ToString(), error.ToString());
    }
}
