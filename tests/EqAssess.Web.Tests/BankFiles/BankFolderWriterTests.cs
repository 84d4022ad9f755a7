using EqAssess.Data.BankFiles;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class BankFolderWriterTests : IDisposable
{
    private readonly BankFolderBuilder bank = new();
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("eqassess-writer-");

    private string Folder => Path.Combine(place.FullName, "bank");

    public void Dispose()
    {
        bank.Dispose();
        place.Delete(recursive: true);
    }

    [Fact]
    public void What_cannot_be_written_leaves_the_bank_that_was_there()
    {
        BankFolderWriter.Write(Folder, Files());
        BankFileText[] broken = [new("bank.yaml", "id: other\n"), new("bank.yaml/below.yaml", "a file is no folder\n")];

        Assert.ThrowsAny<IOException>(() => BankFolderWriter.Write(Folder, broken));

        Assert.Equal(Files(), Files(Folder));
        Assert.Equal(["bank"], Directory.EnumerateFileSystemEntries(place.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public void A_bank_whose_place_cannot_take_a_part_is_put_back_as_it_was()
    {
        BankFolderWriter.Write(Folder, Files());
        BankFileText[] clashing = [.. Files(), new("former/keys/x.yaml", "in the way of the former keys\n")];

        Assert.ThrowsAny<IOException>(() => BankFolderWriter.Write(Folder, clashing));

        Assert.Equal(Files(), Files(Folder));
        Assert.Equal(["bank"], Directory.EnumerateFileSystemEntries(place.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public void What_a_broken_run_left_is_never_touched()
    {
        string left = Path.Combine(place.FullName, ".bank.writing", "former");
        Directory.CreateDirectory(left);
        File.WriteAllText(Path.Combine(left, "bank.yaml"), "id: the-only-copy\n");

        var refused = Assert.Throws<IOException>(() => BankFolderWriter.Write(Folder, Files()));

        Assert.Contains("may hold the only copy of a bank", refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(left, "bank.yaml")));
    }

    private IReadOnlyList<BankFileText> Files() => Files(bank.Folder);

    private static IReadOnlyList<BankFileText> Files(string folder)
    {
        BankReading reading = BankReader.Read(folder);
        return CanonicalYaml.Files(reading.Bank!, reading.Keys);
    }
}
