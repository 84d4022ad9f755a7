using System.Globalization;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class BankZipTests
{
    [Fact]
    public void A_bank_comes_back_from_its_zip_and_gives_the_same_bytes_again()
    {
        var property = Prop.ForAll(Arb.From(AwkwardBanks.All), content =>
        {
            byte[] zip = Zip(content.Bank, content.Keys);
            BankReading back = BankZip.Read(new MemoryStream(zip));

            Assert.Equivalent(content.Bank, back.Bank, strict: true);
            Assert.Equivalent(content.Keys, back.Keys, strict: true);
            Assert.Equal(zip, Zip(back.Bank!, back.Keys));
            Assert.DoesNotContain(back.Problems, p => p.Code == "comments");
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), property);
    }

    [Fact]
    public void The_banks_of_the_repository_come_back_from_their_zips()
    {
        string banks = Path.Combine(SourceTree.Root, "question-banks");

        Assert.All(BankFolders.Find(banks).Folders, folder =>
        {
            BankReading reading = BankReader.Read(Path.Combine(banks, folder));
            byte[] zip = Zip(reading.Bank!, reading.Keys);
            BankReading back = BankZip.Read(new MemoryStream(zip));

            Assert.True(BankChanges.Between(reading.Bank, reading.Keys, back.Bank!, back.Keys).AreNone);
            Assert.Equal(zip, Zip(back.Bank!, back.Keys));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("my-bank/")]
    public void A_bank_stands_at_the_root_or_in_the_only_folder(string folder)
    {
        BankReading reading = new ZipBuilder(folder).Read();

        Assert.Empty(reading.Problems);
        Assert.Equal(2, reading.Bank!.Items.Count);
        Assert.Single(reading.Keys);
    }

    [Fact]
    public void Problems_name_paths_within_the_bank()
    {
        var zip = new ZipBuilder("my-bank/").Changing("my-bank/" + BankFolderBuilder.Item, text => text.Replace("channel: phone", "channel: fax"));

        Assert.Equal(["items/late-parcel.yaml:5: unknown channel 'fax': known are phone, chat, email, social, team"], zip.Problems());
    }

    [Fact]
    public void Several_banks_in_one_zip_are_refused()
    {
        var zip = new ZipBuilder("first/").With("second/bank.yaml", "id: second");

        Assert.Equal(["zip:1: the zip holds several banks (first/bank.yaml, second/bank.yaml): pack each by itself"], zip.Problems());
    }

    [Fact]
    public void A_zip_without_a_bank_is_told_what_to_pack()
    {
        var zip = new ZipBuilder().Without("bank.yaml");

        Assert.Equal(["zip:1: there is no bank.yaml at the root of the zip, nor in a folder right below: pack the folder of a bank"], zip.Problems());
    }

    [Fact]
    public void Files_that_nothing_reads_are_listed_and_those_of_operating_systems_are_not()
    {
        var zip = new ZipBuilder().With("notes.md", "x").With("items/old.yml", "x").With("__MACOSX/._bank.yaml", "x").With(".DS_Store", "x");

        Assert.Equal(
            [
                "items/old.yml:1: warning: this is not read: only files that end in .yaml are, and no folders below",
                "notes.md:1: warning: this is not read: a bank is bank.yaml, items/<id>.yaml, keys/<version>.yaml and forms/<id>.yaml",
            ],
            zip.Problems());
        Assert.NotNull(zip.Read().Bank);
    }

    [Fact]
    public void A_hundred_files_that_nothing_reads_take_21_lines()
    {
        var zip = new ZipBuilder();
        for (int i = 0; i < 100; i++)
        {
            zip.With(string.Create(CultureInfo.InvariantCulture, $"pictures/{i:000}.png"), "x");
        }

        var problems = zip.Problems();

        Assert.Equal(21, problems.Count);
        Assert.Equal("zip:1: warning: 80 more files of the zip are not read", problems[^1]);
    }

    [Fact]
    public void Comments_that_will_be_lost_are_said_once()
    {
        var one = new ZipBuilder().Changing(BankFolderBuilder.Item, text => text.Replace("use: live", "use: live # for now"));
        var two = one.Changing(BankFolderBuilder.Key, text => "# Ours\n" + text);
        var none = new ZipBuilder().Changing(BankFolderBuilder.Item, text => text.Replace("title: The", "title: 'No # 1: the").Replace("is late\n", "is late'\n"));

        Assert.Equal(["items/late-parcel.yaml:1: warning: this file and 1 more hold YAML comments, which are not taken over: an export has none"], two.Problems());
        Assert.NotNull(two.Read().Bank);
        Assert.Empty(none.Problems());
    }

    private static byte[] Zip(Bank bank, IReadOnlyList<Key> keys)
    {
        var stream = new MemoryStream();
        BankZip.Write(stream, bank, keys);
        return stream.ToArray();
    }
}
