using System.Globalization;
using System.Text;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class FolderProblemTests : IDisposable
{
    private readonly BankFolderBuilder bank = new();
    private readonly BankFolderBuilder outside = new();

    public void Dispose()
    {
        bank.Dispose();
        outside.Dispose();
    }

    [Fact]
    public void An_id_that_differs_from_its_file_name_is_named_where_it_stands()
    {
        bank.Changing(BankFolderBuilder.Item, "late-parcel", "later-parcel").Changing(BankFolderBuilder.Key, "late-parcel", "later-parcel");

        var problems = bank.Problems();

        Assert.Equal(["items/late-parcel.yaml:1: the id 'later-parcel' differs from the file's name 'late-parcel': rename one of them"], problems);
    }

    [Fact]
    public void Two_items_with_one_id_are_named()
    {
        bank.With("items/copy.yaml", bank.TextOf(BankFolderBuilder.Item));

        var problems = bank.Problems();

        Assert.Equal(
            [
                "items/copy.yaml:1: the id 'late-parcel' differs from the file's name 'copy': rename one of them",
                "items/late-parcel.yaml:1: there is more than one item 'late-parcel': give each its own",
            ],
            problems);
    }

    [Fact]
    public void A_bank_without_a_key_is_told_where_to_put_one()
    {
        bank.Without(BankFolderBuilder.Key);

        var problems = bank.Problems();

        Assert.Equal(["bank.yaml:1: the bank has no key: add keys/<version>.yaml, for example keys/draft-1.yaml"], problems);
    }

    [Fact]
    public void A_bank_without_items_is_told_so()
    {
        bank.Without(BankFolderBuilder.Item).Without(BankFolderBuilder.Practice).With(BankFolderBuilder.Key, "version: draft-1\nstatus: draft\nmethod: keyed-credit\nsource: one author\nitems: {}\n");

        var problems = bank.Problems();

        Assert.Equal(["bank.yaml:1: the bank has no live item: add one as items/<id>.yaml with 'use: live'"], problems);
    }

    [Fact]
    public void Another_encoding_is_refused_at_the_first_line_that_shows_it()
    {
        bank.With(BankFolderBuilder.Practice, Encoding.Latin1.GetBytes("id: warm-up\nuse: practice\ntitle: Der Ärger\n"));

        var problems = bank.Problems();

        Assert.Equal(["items/warm-up.yaml:3: the file is not UTF-8 from this line on: save it in that encoding"], problems);
    }

    [Fact]
    public void UTF_16_is_refused()
    {
        bank.With(BankFolderBuilder.Practice, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("id: warm-up\n")]);

        var problems = bank.Problems();

        Assert.Equal(["items/warm-up.yaml:1: the file is not UTF-8 from this line on: save it in that encoding"], problems);
    }

    [Fact]
    public void A_file_of_1_MB_is_read_and_one_byte_more_is_refused()
    {
        string item = bank.TextOf(BankFolderBuilder.Item) + "\n#";
        bank.With(BankFolderBuilder.Item, item.PadRight(1_048_576, '.'));
        var atLimit = bank.Problems();
        bank.With(BankFolderBuilder.Item, item.PadRight(1_048_577, '.'));

        var overLimit = bank.Problems();

        Assert.Empty(atLimit);
        Assert.Equal(["items/late-parcel.yaml:1: the file is larger than 1 MB: split it, or take out what is no text"], overLimit);
    }

    [Fact]
    public void A_key_of_16_MB_is_read_and_one_byte_more_is_refused()
    {
        string key = bank.TextOf(BankFolderBuilder.Key) + "\n#";
        bank.With(BankFolderBuilder.Key, key.PadRight(16_777_216, '.'));
        var atLimit = bank.Problems();
        bank.With(BankFolderBuilder.Key, key.PadRight(16_777_217, '.'));

        var overLimit = bank.Problems();

        Assert.Empty(atLimit);
        Assert.Equal(["keys/draft-1.yaml:1: the file is larger than 16 MB: split it, or take out what is no text"], overLimit);
    }

    [Fact]
    public void Files_of_more_than_64_MB_together_are_refused()
    {
        string filler = "#".PadRight(1_040_000, '.');
        for (int i = 0; i < 65; i++)
        {
            bank.With(string.Create(CultureInfo.InvariantCulture, $"items/filler-{i:00}.yaml"), filler);
        }

        var problems = bank.Problems();

        Assert.Contains("items/late-parcel.yaml:1: the bank's files are larger than 64 MB together: split the bank", problems);
        Assert.Contains("items/filler-63.yaml:1: the file is empty: write its content, or take it out", problems);
    }

    [Fact]
    public void A_folder_of_more_than_20000_files_is_not_read()
    {
        for (int i = 0; i < 19_999; i++)
        {
            bank.With(string.Create(CultureInfo.InvariantCulture, $"items/{i}.yaml"), "");
        }

        var problems = bank.Problems();

        Assert.Contains("items:1: the bank has more than 20000 files, so items/ is not read: split the bank", problems);
        Assert.DoesNotContain(problems, p => p.StartsWith("items/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_out_of_the_folder_is_refused_and_not_followed()
    {
        bank.Without(BankFolderBuilder.Practice);
        File.CreateSymbolicLink(bank.PathOf(BankFolderBuilder.Practice), outside.PathOf(BankFolderBuilder.Practice));

        var problems = bank.Problems();

        Assert.Equal(["items/warm-up.yaml:1: a symbolic link leads out of the bank's folder: put the content itself here"], problems);
    }

    [Fact]
    public void A_link_that_leaves_through_another_link_is_refused()
    {
        bank.Without(BankFolderBuilder.Practice);
        Directory.CreateSymbolicLink(bank.PathOf("elsewhere"), outside.Folder);
        File.CreateSymbolicLink(bank.PathOf(BankFolderBuilder.Practice), "../elsewhere/items/warm-up.yaml");

        var problems = bank.Problems();

        Assert.Equal(["items/warm-up.yaml:1: a symbolic link leads out of the bank's folder: put the content itself here"], problems);
    }

    [Fact]
    public void A_linked_folder_of_items_is_refused()
    {
        Directory.Delete(bank.PathOf("items"), recursive: true);
        Directory.CreateSymbolicLink(bank.PathOf("items"), outside.PathOf("items"));

        var problems = bank.Problems();

        Assert.Contains("items:1: a symbolic link leads out of the bank's folder: put the content itself here", problems);
        Assert.Null(bank.Read().Bank);
    }

    [Fact]
    public void A_link_that_stays_within_the_folder_is_read()
    {
        Directory.CreateDirectory(bank.PathOf("..data"));
        File.Move(bank.PathOf("bank.yaml"), bank.PathOf("..data/bank.yaml"));
        File.CreateSymbolicLink(bank.PathOf("bank.yaml"), "..data/bank.yaml");

        var reading = bank.Read();

        Assert.Empty(reading.Problems);
        Assert.NotNull(reading.Bank);
    }

    [Fact]
    public void Links_in_a_circle_are_a_problem_of_the_file()
    {
        bank.Without(BankFolderBuilder.Practice);
        File.CreateSymbolicLink(bank.PathOf(BankFolderBuilder.Practice), "other.yaml");
        File.CreateSymbolicLink(bank.PathOf("items/other.yaml"), "warm-up.yaml");

        var problems = bank.Problems();

        Assert.Contains(problems, p => p.StartsWith("items/warm-up.yaml:1: the file cannot be read: ", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.StartsWith("items/other.yaml:1: the file cannot be read: ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_read_among_the_items_is_a_warning()
    {
        bank.With("items/notes.md", "Remarks").With("items/old.yml", "id: old").With("items/.DS_Store", "x").With("items/more/late.yaml", "id: late");

        var problems = bank.Problems();

        Assert.Equal(
            [
                "items/more:1: warning: this is not read: only files that end in .yaml are, and no folders below",
                "items/notes.md:1: warning: this is not read: only files that end in .yaml are, and no folders below",
                "items/old.yml:1: warning: this is not read: only files that end in .yaml are, and no folders below",
            ],
            problems);
    }

    [Fact]
    public void An_unread_bank_file_leaves_the_items_and_keys_checked()
    {
        bank.With("bank.yaml", "id: [small\n").Changing(BankFolderBuilder.Item, "channel: phone", "channel: fax").Changing(BankFolderBuilder.Key, "P10", "P90");

        var problems = bank.Problems();

        Assert.Equal(3, problems.Count);
        Assert.StartsWith("bank.yaml:", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("items/late-parcel.yaml:5: unknown channel 'fax'", problems[1], StringComparison.Ordinal);
        Assert.StartsWith("keys/draft-1.yaml:11: unknown principle 'P90'", problems[2], StringComparison.Ordinal);
    }
}
