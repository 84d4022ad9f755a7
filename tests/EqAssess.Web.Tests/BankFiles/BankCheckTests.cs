using System.Diagnostics;
using EqAssess.Cli;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class BankCheckTests : IDisposable
{
    private readonly BankFolderBuilder bank = new();

    public void Dispose() => bank.Dispose();

    [Fact]
    public void A_sound_bank_is_summed_up()
    {
        var (exit, output, error) = Run("bank", "check", bank.Folder);

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(
            """
            A small bank (small-bank, en)
              items: 1 live, 1 practice
              domains: express 1
              facets: validation 1, language 0
              channels: phone 1, chat 0, email 0, social 0, team 0
              keys: draft-1 (draft)

            """,
            output);
    }

    [Fact]
    public void Errors_are_listed_without_a_summary()
    {
        bank.Changing(BankFolderBuilder.Item, "channel: phone", "channel: fax").Changing(BankFolderBuilder.Key, "effectiveness: 3", "effectiveness: 7");

        var (exit, output, error) = Run("bank", "check", bank.Folder);

        Assert.Equal((1, ""), (exit, error));
        Assert.Equal(
            """
            items/late-parcel.yaml:5: unknown channel 'fax': known are phone, chat, email, social, team
            keys/draft-1.yaml:13: effectiveness 7 lies outside the scale, 1 to 4

            """,
            output);
    }

    [Fact]
    public void Warnings_alone_are_listed_before_the_summary_and_fail_nothing()
    {
        bank.Changing(BankFolderBuilder.Key, "[P06]", "[P06, P22]");

        var (exit, output, _) = Run("bank", "check", bank.Folder);

        Assert.Equal(0, exit);
        Assert.StartsWith("keys/draft-1.yaml:9: warning: the key cites P22", output, StringComparison.Ordinal);
        Assert.Contains("\nA small bank (small-bank, en)\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_bank_in_a_folder_is_checked_and_named()
    {
        using var second = new BankFolderBuilder();
        var parent = Directory.CreateDirectory(bank.PathOf("all"));
        Directory.Move(second.Folder, Path.Combine(parent.FullName, "second"));
        Directory.CreateDirectory(second.Folder);
        File.AppendAllText(Path.Combine(parent.FullName, "second", "bank.yaml"), "\nowner: nobody\n");
        Directory.CreateDirectory(Path.Combine(parent.FullName, "headless", "items"));

        var (exit, output, _) = Run("bank", "check", parent.FullName);

        Assert.Equal(1, exit);
        Assert.Equal(
            """
            headless/bank.yaml:1: this folder has items or keys and no bank.yaml: add it
            second/bank.yaml:15: unknown field 'owner': known here are id, title, language, description, domains

            """,
            output);
    }

    [Fact]
    public void A_folder_without_a_bank_is_a_problem()
    {
        var (exit, output, _) = Run("bank", "check", bank.PathOf("keys"));

        Assert.Equal(1, exit);
        Assert.StartsWith("bank.yaml:1: there is no bank.yaml here, nor in a folder right below", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named_on_the_error_stream()
    {
        var (exit, output, error) = Run("bank", "check", bank.PathOf("nowhere"));

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains($"There is no folder '{bank.PathOf("nowhere")}'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_itself_ends_with_the_exit_code()
    {
        bank.Changing(BankFolderBuilder.Item, "channel: phone", "channel: fax");
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "bank", "check", bank.Folder]) { RedirectStandardOutput = true, UseShellExecute = false };

        using var program = Process.Start(start)!;
        string output = program.StandardOutput.ReadToEnd();
        program.WaitForExit();

        Assert.Equal(1, program.ExitCode);
        Assert.Equal("items/late-parcel.yaml:5: unknown channel 'fax': known are phone, chat, email, social, team\n", output);
    }

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        int exit = CommandLine.Run(args, output, error);
        return (exit, output.ToString(), error.ToString());
    }
}
