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
            items/late-parcel.yaml:5: unknown channel 'fax': known are phone, chat, email, social, team [unknown-channel]
            keys/draft-1.yaml:13: effectiveness 7 lies outside the scale, 1 to 4 [off-scale]

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
        using var all = new BankFolders("first", "second");
        Directory.CreateDirectory(all.PathOf("headless/items"));
        File.AppendAllText(all.PathOf("second/bank.yaml"), "\nowner: nobody\n");

        var (exit, output, _) = Run("bank", "check", all.Folder);

        Assert.Equal(1, exit);
        Assert.Equal(
            """
            headless/bank.yaml:1: this folder has items or keys and no bank.yaml: add it [no-bank]
            second/bank.yaml:15: unknown field 'owner': known here are id, title, language, description, domains, expects [unknown-field]

            """,
            output);
    }

    [Fact]
    public void Two_banks_with_one_id_are_named()
    {
        using var all = new BankFolders("first", "second");

        var (exit, output, _) = Run("bank", "check", all.Folder);

        Assert.Equal((1, "second/bank.yaml:1: the bank in first/ has the id 'small-bank' too: give each its own [duplicate-id]\n"), (exit, output));
    }

    [Fact]
    public void A_linked_bank_outside_of_the_folder_is_refused()
    {
        using var all = new BankFolders("first");
        Directory.CreateSymbolicLink(all.PathOf("linked"), bank.Folder);

        var (exit, output, _) = Run("bank", "check", all.Folder);

        Assert.Equal((1, "linked:1: a symbolic link leads out of this folder: put the bank itself here, or check the folder that it leads to [outside]\n"), (exit, output));
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
        Assert.Equal("items/late-parcel.yaml:5: unknown channel 'fax': known are phone, chat, email, social, team [unknown-channel]\n", output);
    }

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        int exit = CommandLine.Run(args, output, error);
        return (exit, output.ToString(), error.ToString());
    }

    private sealed class BankFolders : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-banks-");

        public BankFolders(params string[] names)
        {
            foreach (string name in names)
            {
                using var bank = new BankFolderBuilder();
                Directory.Move(bank.Folder, PathOf(name));
                Directory.CreateDirectory(bank.Folder);
            }
        }

        public string Folder => folder.FullName;

        public string PathOf(string file) => Path.Combine(Folder, file);

        public void Dispose() => folder.Delete(recursive: true);
    }
}
