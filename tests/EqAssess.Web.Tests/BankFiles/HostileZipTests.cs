using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class HostileZipTests
{
    [Theory]
    [InlineData("../bank.yaml")]
    [InlineData("/etc/passwd")]
    [InlineData("items/../../x.yaml")]
    [InlineData("items/./x.yaml")]
    [InlineData("items//x.yaml")]
    public void A_path_out_of_the_zip_refuses_the_whole_zip(string path)
    {
        var zip = new ZipBuilder().With(path, "id: x");

        Assert.Equal([$"{path}:1: the path leads out of the zip: pack the bank's folder alone"], zip.Problems());
        Assert.Null(zip.Read().Bank);
    }

    [Theory]
    [InlineData("items\\x.yaml")]
    [InlineData("C:/items/x.yaml")]
    [InlineData("items/\u0007.yaml")]
    public void A_path_of_strange_characters_is_refused(string path)
    {
        string problem = Assert.Single(new ZipBuilder().With(path, "id: x").Problems());

        Assert.Contains("the path holds a character that no path in a bank has", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_in_another_encoding_is_refused()
    {
        byte[] bytes = new ZipBuilder().With("items/zzz.yaml", "id: x").Bytes();
        for (int at = bytes.AsSpan().IndexOf("zzz"u8); at >= 0; at = bytes.AsSpan().IndexOf("zzz"u8))
        {
            bytes[at] = 0xE4;
        }

        Assert.Contains("names in UTF-8", Assert.Single(Problems(bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_folders_links_and_files_that_stand_twice_are_refused()
    {
        var zip = new ZipBuilder()
            .With(string.Join('/', Enumerable.Repeat("a", 11)), "x")
            .With("items/link.yaml", Encoding.UTF8.GetBytes("/etc/passwd"), unchecked((int)0xA1FF0000))
            .With("ITEMS/late-parcel.yaml", "id: late-parcel");

        Assert.Equal(
            [
                "a/a/a/a/a/a/a/a/a/a/a:1: the path is too long or too deep: pack the bank's folder alone",
                "items/link.yaml:1: a symbolic link is not followed: put the content itself into the zip",
                "ITEMS/late-parcel.yaml:1: the zip holds this file twice: pack it again from a folder",
            ],
            zip.Problems());
    }

    [Fact]
    public void An_encrypted_file_is_refused()
    {
        byte[] bytes = new ZipBuilder().Bytes();
        for (int at = 0; at < bytes.Length - 4; at++)
        {
            int flags = bytes.AsSpan(at).StartsWith("PK\x03\x04"u8) ? 6 : bytes.AsSpan(at).StartsWith("PK\x01\x02"u8) ? 8 : 0;
            bytes[at + flags] |= (byte)(flags > 0 ? 1 : 0);
        }

        var problems = Problems(bytes);

        Assert.Equal(4, problems.Count);
        Assert.Equal("bank.yaml:1: the file is encrypted: pack it without a password", problems[0]);
    }

    [Fact]
    public void More_than_40000_entries_are_refused_before_they_are_read()
    {
        var zip = new ZipBuilder();
        for (int i = 0; i < 40_000; i++)
        {
            zip.With(string.Create(CultureInfo.InvariantCulture, $"x/{i}"), "");
        }

        Assert.Equal(["zip:1: the zip has more than 40000 entries: split the bank"], zip.Problems());
    }

    [Fact]
    public void A_file_that_grows_beyond_1_MB_is_refused_whatever_the_zip_says_of_its_size()
    {
        byte[] bytes = new ZipBuilder().With("items/zzz.yaml", new byte[100 << 20]).Bytes();
        for (int at = 0; at < bytes.Length - 30; at++)
        {
            if (bytes.AsSpan(at).StartsWith("PK\x01\x02"u8) && BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 24)) == 100 << 20)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 24), 2 << 20);
            }
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        var problems = Problems(bytes);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(["items/zzz.yaml:1: the file is larger than 1 MB: split it, or take out what is no text"], problems);
        Assert.InRange(allocated, 0, 20 << 20);
    }

    [Fact]
    public void Many_files_that_grow_large_together_are_refused()
    {
        var zip = new ZipBuilder();
        for (int i = 0; i < 70; i++)
        {
            zip.With(string.Create(CultureInfo.InvariantCulture, $"items/z{i:00}.yaml"), "#".PadRight(1_040_000, '.'));
        }

        Assert.Contains("items/z69.yaml:1: the bank's files are larger than 64 MB together: split the bank", zip.Problems());
    }

    [Fact]
    public void A_bomb_that_no_bank_reads_is_not_even_unpacked()
    {
        var zip = new ZipBuilder().With("bomb.bin", new byte[64 << 20]);
        byte[] bytes = zip.Bytes();

        long before = GC.GetAllocatedBytesForCurrentThread();
        BankReading reading = BankZip.Read(new MemoryStream(bytes));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.NotNull(reading.Bank);
        Assert.InRange(allocated, 0, 10 << 20);
    }

    [Fact]
    public void A_zip_of_more_than_32_MB_is_not_read_on()
    {
        using var larger = new MemoryStream(new byte[40 << 20]);

        var problems = BankZip.Read(larger).Problems;

        Assert.Equal(["zip:1: the zip is larger than 32 MB: take out what is no text, or split the bank"], problems.Select(p => ProblemLine.Of(p)));
        Assert.InRange(larger.Position, 32L << 20, 33L << 20);
    }

    [Fact]
    public void What_is_no_zip_is_told_so()
    {
        Assert.Equal(["zip:1: this is no zip, or a damaged one: pack it again"], Problems([1, 2, 3]));
        Assert.Equal(["zip:1: this is no zip, or a damaged one: pack it again"], Problems([]));
    }

    [Fact]
    public void Broken_YAML_ends_the_search_for_comments()
    {
        var zip = new ZipBuilder().With(BankFolderBuilder.Practice, "a: b\n  c d: e # f");

        Assert.Contains(zip.Problems(), p => p.StartsWith("items/warm-up.yaml:", StringComparison.Ordinal));
    }

    [Fact]
    public void No_damage_to_a_zip_makes_the_reader_throw()
    {
        byte[] sound = new ZipBuilder("folder/").Bytes();
        var damage = from position in Gen.Choose(0, sound.Length - 1)
                     from value in Gen.Choose(0, 255)
                     select (position, value);
        var cut = Gen.Frequency((4, Gen.Constant(sound.Length)), (1, Gen.Choose(0, sound.Length)));

        var property = Prop.ForAll(Arb.From(damage.ListOf(4)), Arb.From(cut), (damages, length) =>
        {
            byte[] bytes = [.. sound];
            foreach (var (position, value) in damages)
            {
                bytes[position] = (byte)value;
            }

            BankReading reading = BankZip.Read(new MemoryStream(bytes, 0, length));

            return reading.Bank is null == reading.Problems.Any(p => p.Severity == ProblemSeverity.Error);
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), property);
    }

    private static IReadOnlyList<string> Problems(byte[] zip) => [.. BankZip.Read(new MemoryStream(zip)).Problems.Select(p => ProblemLine.Of(p))];
}
