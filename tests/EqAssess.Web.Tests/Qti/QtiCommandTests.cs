using EqAssess.Testing;
using EqAssess.Web.Tests.BankFiles;
using Xunit;

namespace EqAssess.Web.Tests.Qti;

public sealed class QtiCommandTests : IDisposable
{
    private readonly BankFolderBuilder bank = new();
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("eqassess-qti-");

    private string Package => Path.Combine(place.FullName, "out.zip");

    private string Folder => Path.Combine(place.FullName, "copy");

    public void Dispose()
    {
        bank.Dispose();
        place.Delete(recursive: true);
    }

    [Fact]
    public void A_bank_goes_out_with_its_keys_and_comes_back_whole()
    {
        var exported = CommandRun.Of("bank", "export-qti", bank.Folder, Package, "--with-keys");
        var imported = CommandRun.Of("bank", "import-qti", Package, Folder);

        Assert.Equal((new CommandRun(0, "", ""), new CommandRun(0, "", "")), (exported, imported));
        Assert.Equal(new CommandRun(0, "0 added, 0 changed, 0 retired, 2 unchanged items\n", ""), CommandRun.Of("bank", "diff", bank.Folder, Folder));
    }

    [Fact]
    public void Keys_stay_at_home_unless_they_are_asked_for()
    {
        CommandRun.Of("bank", "export-qti", bank.Folder, Package);

        Assert.DoesNotContain(QtiZip.Texts(File.ReadAllBytes(Package)).Keys, file => file.Contains("keys", StringComparison.Ordinal));
    }

    [Fact]
    public void A_foreign_item_becomes_a_folder_to_complete_and_the_exit_code_says_that_it_is_a_draft()
    {
        string item = Path.Combine(place.FullName, "porter.xml");
        File.WriteAllText(item, QtiZip.Choice21());

        var run = CommandRun.Of("bank", "import-qti", item, Folder);

        Assert.Equal((1, ""), (run.Exit, run.Error));
        Assert.Contains("items/night-porter-1.yaml:4: 'facet' is missing or empty", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Folder, "items", "night-porter-1.yaml")));
        Assert.Equal(1, CommandRun.Of("bank", "check", Folder).Exit);
    }

    [Fact]
    public void Nothing_is_written_over_and_nothing_is_made_of_nothing()
    {
        File.WriteAllText(Package, "noise");

        var over = CommandRun.Of("bank", "import-qti", Package, bank.Folder);
        var nothing = CommandRun.Of("bank", "import-qti", Package, Folder);
        var missing = CommandRun.Of("bank", "import-qti", Folder, Folder);

        Assert.StartsWith("There is a bank in", over.Error, StringComparison.Ordinal);
        Assert.Equal(1, nothing.Exit);
        Assert.Contains("there is no item here that can be taken over", nothing.Output, StringComparison.Ordinal);
        Assert.Equal(new CommandRun(1, "", $"There is no file '{Folder}'.\n"), missing);
        Assert.False(Directory.Exists(Folder));
    }
}
