using EqAssess.Data.BankFiles;
using EqAssess.Data.Exchange.Qti;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Web.Tests.BankFiles;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EqAssess.Web.Tests.Qti;

public sealed class QtiRoundTripTests
{
    [Fact]
    public void Our_own_package_with_keys_comes_back_as_the_same_bank()
    {
        var property = Prop.ForAll(Arb.From(AwkwardBanks.All), content =>
        {
            byte[] package = Package(content.Bank, content.Keys);
            QtiReading back = Read(package);

            Assert.Equivalent(content.Bank, back.Bank, strict: true);
            Assert.Equivalent(content.Keys, back.Keys, strict: true);
            Assert.Equal(package, Package(back.Bank!, back.Keys));
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), property);
    }

    [Fact]
    public void The_banks_of_the_repository_come_back_from_their_packages()
    {
        string banks = Path.Combine(SourceTree.Root, "question-banks");

        Assert.All(BankFolders.Find(banks).Folders, folder =>
        {
            BankReading reading = BankReader.Read(Path.Combine(banks, folder));
            QtiReading back = Read(Package(reading.Bank!, reading.Keys));

            Assert.True(BankChanges.Between(reading.Bank, reading.Keys, back.Bank!, back.Keys).AreNone);
            Assert.DoesNotContain(back.Problems, p => p.Severity == ProblemSeverity.Error);
        });
    }

    [Fact]
    public void Without_keys_the_items_come_back_and_the_key_is_missed()
    {
        using var folder = new BankFolderBuilder();
        BankReading bank = folder.Read();

        QtiReading back = Read(Package(bank.Bank!, []));

        Assert.Equal(["bank.yaml:1: the bank has no key: add keys/<version>.yaml, for example keys/draft-1.yaml"], back.Problems.Select(p => ProblemLine.Of(p)));
        Assert.Null(back.Bank);
        Assert.Equal(CanonicalYaml.Files(bank.Bank!, []), back.Files);
    }

    private static byte[] Package(Bank bank, IReadOnlyList<Key> keys)
    {
        var stream = new MemoryStream();
        QtiPackage.Write(stream, bank, keys);
        return stream.ToArray();
    }

    private static QtiReading Read(byte[] package) => QtiPackage.Read(new MemoryStream(package), "package.zip");
}
