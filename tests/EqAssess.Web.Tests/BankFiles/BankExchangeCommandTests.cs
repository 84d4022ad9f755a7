using EqAssess.Data.BankFiles;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class BankExchangeCommandTests : IDisposable
{
    private readonly BankFolderBuilder bank = new();
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("eqassess-exchange-");

    private string Zip => Path.Combine(place.FullName, "out.zip");

    private string Folder => Path.Combine(place.FullName, "copy");

    public void Dispose()
    {
        bank.Dispose();
        place.Delete(recursive: true);
    }

    [Fact]
    public void A_bank_goes_into_a_zip_and_comes_out_in_canonical_form()
    {
        var exported = CommandRun.Of("bank", "export", bank.Folder, "--zip", Zip);
        var unzipped = CommandRun.Of("bank", "unzip", Zip, Folder);

        Assert.Equal((new CommandRun(0, "", ""), new CommandRun(0, "", "")), (exported, unzipped));
        Assert.Equal(["copy", "out.zip"], Names(place.FullName));
        Assert.Equal(new CommandRun(0, "0 added, 0 changed, 0 retired, 2 unchanged items\n", ""), CommandRun.Of("bank", "diff", bank.Folder, Folder));
        Assert.Equal(new CommandRun(0, "", ""), CommandRun.Of("bank", "format", Folder, "--check"));
    }

    [Fact]
    public void Nothing_that_is_there_is_written_over_unasked()
    {
        File.WriteAllText(Zip, "mine");
        var exported = CommandRun.Of("bank", "export", bank.Folder, "--zip", Zip);
        var unzipped = CommandRun.Of("bank", "unzip", Zip, bank.Folder);

        Assert.Equal(new CommandRun(1, "", $"There is a file '{Zip}' already: name another, or say --force.\n"), exported);
        Assert.Equal(new CommandRun(1, "", $"There is a bank in '{bank.Folder}' already: name another folder, or say --force to replace it.\n"), unzipped);
        Assert.Equal("mine", File.ReadAllText(Zip));
    }

    [Fact]
    public void By_force_the_bank_is_replaced_and_what_else_lies_there_stays()
    {
        CommandRun.Of("bank", "export", bank.Folder, "--zip", Zip);
        Directory.CreateDirectory(Path.Combine(Folder, "items"));
        Directory.CreateDirectory(Path.Combine(Folder, "forms"));
        File.WriteAllText(Path.Combine(Folder, "items", "gone.yaml"), "id: gone");
        File.WriteAllText(Path.Combine(Folder, "forms", "gone.yaml"), "id: gone");
        File.WriteAllText(Path.Combine(Folder, "README.md"), "mine");

        var run = CommandRun.Of("bank", "unzip", Zip, Folder, "--force");

        Assert.Equal(new CommandRun(0, "", ""), run);
        Assert.Equal(["README.md", "bank.yaml", "items", "keys"], Names(Folder));
        Assert.Equal(["late-parcel.yaml", "warm-up.yaml"], Names(Path.Combine(Folder, "items")));
    }

    [Fact]
    public void A_bank_with_errors_is_neither_exported_nor_unzipped()
    {
        bank.Changing(BankFolderBuilder.Item, "channel: phone", "channel: fax");
        File.WriteAllBytes(Zip, new ZipBuilder().With("../x", "x").Bytes());

        var exported = CommandRun.Of("bank", "export", bank.Folder, "--zip", Zip, "--force");
        var unzipped = CommandRun.Of("bank", "unzip", Zip, Folder);

        Assert.Equal(new CommandRun(1, "items/late-parcel.yaml:5: unknown channel 'fax': known are phone, chat, email, social, team [unknown-channel]\n", ""), exported);
        Assert.Equal(new CommandRun(1, $"{Zip}/../x:1: the path leads out of the zip: pack the bank's folder alone [unsafe-entry]\n", ""), unzipped);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void Format_rewrites_what_differs_and_leaves_comments_alone()
    {
        bank.Changing(BankFolderBuilder.Item, "use: live", "use: 'live' # for now").Changing("bank.yaml", "language: en", "language: 'en'");
        string commented = bank.TextOf(BankFolderBuilder.Item);

        var check = CommandRun.Of("bank", "format", bank.Folder, "--check");
        string unchanged = bank.TextOf("bank.yaml");
        var run = CommandRun.Of("bank", "format", bank.Folder);
        var checkAfter = CommandRun.Of("bank", "format", bank.Folder, "--check");

        Assert.Equal(1, check.Exit);
        Assert.Contains($"{bank.PathOf("./bank.yaml")}: is not in canonical form\n", check.Output, StringComparison.Ordinal);
        Assert.Contains("language: 'en'", unchanged, StringComparison.Ordinal);
        Assert.Equal(0, run.Exit);
        Assert.Contains("\nlanguage: en\n", bank.TextOf("bank.yaml"), StringComparison.Ordinal);
        Assert.Equal(commented, bank.TextOf(BankFolderBuilder.Item));
        Assert.Equal(new CommandRun(0, $"{bank.PathOf("./" + BankFolderBuilder.Item)}: left as it is, for the sake of its comments\n", ""), checkAfter);
    }

    [Fact]
    public void Comments_are_dropped_when_that_is_asked_for()
    {
        bank.Changing(BankFolderBuilder.Item, "use: live", "use: live # for now");

        var run = CommandRun.Of("bank", "format", bank.Folder, "--drop-comments");

        Assert.Equal(0, run.Exit);
        Assert.DoesNotContain("#", bank.TextOf(BankFolderBuilder.Item), StringComparison.Ordinal);
        Assert.NotNull(bank.Read().Bank);
    }

    [Fact]
    public void Diff_says_what_an_import_would_do()
    {
        CommandRun.Of("bank", "export", bank.Folder, "--zip", Zip);
        bank.Changing("bank.yaml", "A small bank", "A smaller bank")
            .Changing(BankFolderBuilder.Item, "channel: phone", "channel: chat")
            .Changing(BankFolderBuilder.Key, "effectiveness: 3,", "effectiveness: 2,");

        var run = CommandRun.Of("bank", "diff", Zip, bank.Folder);

        Assert.Equal(
            new CommandRun(
                1,
                """
                bank.yaml: changed: title
                items/late-parcel.yaml: changed: channel
                keys/draft-1.yaml: refused, for a key version never changes, give it a new one; it differs in: items/late-parcel
                0 added, 1 changed, 0 retired, 1 unchanged items

                """,
                ""),
            run);
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        Assert.Equal(new CommandRun(1, "", $"There is no folder and no file '{Zip}'.\n"), CommandRun.Of("bank", "unzip", Zip, Folder));
        Assert.Equal(new CommandRun(1, "", $"There is no folder '{Folder}'.\n"), CommandRun.Of("bank", "format", Folder));
    }

    private static string[] Names(string folder) => [.. Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)!).Order(StringComparer.Ordinal)];
}
