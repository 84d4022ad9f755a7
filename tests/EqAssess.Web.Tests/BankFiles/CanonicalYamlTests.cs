using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class CanonicalYamlTests
{
    [Fact]
    public void What_is_written_reads_back_as_it_was_and_writes_to_the_same_bytes()
    {
        var property = Prop.ForAll(Arb.From(AwkwardBanks.All), content =>
        {
            BankReading back = Read(CanonicalYaml.Files(content.Bank, content.Keys));

            Assert.DoesNotContain(back.Problems, p => p.Severity == ProblemSeverity.Error);
            Assert.Equivalent(content.Bank, back.Bank, strict: true);
            Assert.Equivalent(content.Keys, back.Keys, strict: true);
            Assert.True(BankChanges.Between(content.Bank, content.Keys, back.Bank!, back.Keys).AreNone);
            Assert.Equal(CanonicalYaml.Files(content.Bank, content.Keys), CanonicalYaml.Files(back.Bank!, back.Keys));
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), property);
    }

    [Fact]
    public void The_banks_of_the_repository_survive_export_and_import_byte_for_byte()
    {
        string banks = Path.Combine(SourceTree.Root, "question-banks");

        Assert.All(EqAssess.Data.BankFiles.BankFolders.Find(banks).Folders, folder =>
        {
            BankReading reading = BankReader.Read(Path.Combine(banks, folder));
            var files = CanonicalYaml.Files(reading.Bank!, reading.Keys);
            BankReading back = Read(files);

            Assert.True(BankChanges.Between(reading.Bank, reading.Keys, back.Bank!, back.Keys).AreNone);
            Assert.NotEmpty(reading.Bank!.Blueprints);
            Assert.Equivalent(reading.Bank.Blueprints, back.Bank!.Blueprints, strict: true);
            Assert.Equal(files, CanonicalYaml.Files(back.Bank!, back.Keys));
        });
    }

    private static BankReading Read(IReadOnlyList<BankFileText> files)
    {
        var folder = Directory.CreateTempSubdirectory("eqassess-yaml-");
        try
        {
            foreach (var (path, text) in files)
            {
                string file = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }

            return BankReader.Read(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
