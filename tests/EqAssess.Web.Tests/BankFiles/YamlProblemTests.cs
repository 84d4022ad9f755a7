using System.Globalization;
using System.Text;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class YamlProblemTests : IDisposable
{
    private readonly BankFolderBuilder bank = new();

    public void Dispose() => bank.Dispose();

    [Fact]
    public void Invalid_YAML_is_named_with_the_line_at_which_reading_ended()
    {
        bank.Changing(BankFolderBuilder.Item, "title: The parcel that is late", "title: Late: the parcel");

        string problem = Assert.Single(bank.Problems());

        Assert.StartsWith("items/late-parcel.yaml:6: this is not valid YAML: ", problem, StringComparison.Ordinal);
        Assert.Contains("needs quotes", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_repeated_field_is_named_and_the_rest_of_the_file_is_checked()
    {
        bank.Changing(BankFolderBuilder.Item, "use: live", "use: live\nuse: practice\nid: { nested: [again] }")
            .Changing(BankFolderBuilder.Item, "channel: phone", "channel: fax");

        var problems = bank.Problems();

        Assert.Equal(
            [
                "items/late-parcel.yaml:3: the field 'use' stands twice here: keep one of them",
                "items/late-parcel.yaml:4: the field 'id' stands twice here: keep one of them",
                "items/late-parcel.yaml:7: unknown channel 'fax': known are phone, chat, email, social, team",
            ],
            problems);
    }

    [Fact]
    public void An_option_that_is_keyed_twice_is_a_repeated_field()
    {
        bank.Changing(BankFolderBuilder.Key, "      b: {", "      a: {");

        var problems = bank.Problems();

        Assert.Equal(
            [
                "keys/draft-1.yaml:9: option 'b' has no key in keys/draft-1.yaml: give its effectiveness, or say why it is dropped (dropped: \"reason\")",
                "keys/draft-1.yaml:11: the field 'a' stands twice here: keep one of them",
            ],
            problems);
    }

    [Fact]
    public void Anchors_and_aliases_are_refused_wherever_they_stand()
    {
        bank.Changing(BankFolderBuilder.Item, "facet: validation", "facet: &f validation").Changing(BankFolderBuilder.Item, "question: reply", "question: *f");

        var problems = bank.Problems();

        Assert.Contains("items/late-parcel.yaml:4: anchors (&name) and aliases (*name) are not read: write the content out", problems);
        Assert.Contains("items/late-parcel.yaml:14: anchors (&name) and aliases (*name) are not read: write the content out", problems);
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused_without_being_expanded()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i <= 30; i++)
        {
            string previous = string.Create(CultureInfo.InvariantCulture, $"*a{i - 1}");
            bomb.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat(previous, 10))}]\n");
        }

        bank.With(BankFolderBuilder.Item, bomb.ToString());

        long before = GC.GetAllocatedBytesForCurrentThread();
        var problems = bank.Problems();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(331, problems.Count(p => p.Contains("anchors (&name)", StringComparison.Ordinal)));
        Assert.InRange(allocated, 0, 50_000_000);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Nesting_that_would_break_the_reader_is_refused(string opening)
    {
        bank.With(BankFolderBuilder.Item, string.Concat(Enumerable.Repeat(opening, 200_000)));

        var problems = bank.Problems();

        Assert.StartsWith("items/late-parcel.yaml:1: this is nested too deeply: look for wrong indentation", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void More_fields_than_any_bank_needs_are_refused_over_all_files_together()
    {
        string dense = "title: [" + string.Concat(Enumerable.Repeat("a,", 350_000)) + "]";
        foreach (char name in "abcd")
        {
            bank.With($"items/{name}.yaml", dense);
        }

        var problems = bank.Problems();

        Assert.Contains("items/d.yaml:1: the bank's files hold more than 1,200,000 fields and values together: split the bank", problems);
        Assert.DoesNotContain("items/c.yaml:1: the bank's files hold more than 1,200,000 fields and values together: split the bank", problems);
    }

    [Fact]
    public void A_tag_is_refused()
    {
        bank.Changing(BankFolderBuilder.Item, "title: The", "title: !!binary The");

        var problems = bank.Problems();

        Assert.Equal(["items/late-parcel.yaml:6: tags such as tag:yaml.org,2002:binary are not read: take it out"], problems);
    }

    [Fact]
    public void A_second_document_in_a_file_is_not_lost()
    {
        bank.With(BankFolderBuilder.Item, bank.TextOf(BankFolderBuilder.Item) + "\n---\nid: another\n");

        var problems = bank.Problems();

        Assert.Equal(["items/late-parcel.yaml:25: a second document starts above this line (---): put it into a file of its own"], problems);
    }

    [Theory]
    [InlineData("", "the file is empty: write its content, or take it out")]
    [InlineData("# only a remark\n", "the file is empty: write its content, or take it out")]
    [InlineData("- id: late-parcel\n", "the file must be a block of fields, such as 'id: …'")]
    [InlineData("late-parcel\n", "the file must be a block of fields, such as 'id: …'")]
    public void A_file_without_fields_is_named_once(string content, string expected)
    {
        bank.With(BankFolderBuilder.Practice, content);

        var problems = bank.Problems();

        Assert.Equal([$"items/warm-up.yaml:1: {expected}"], problems);
    }

    [Fact]
    public void A_field_whose_name_is_no_text_is_named()
    {
        bank.Changing(BankFolderBuilder.Item, "use: live", "use: live\n? [a, b]\n: c");

        var problems = bank.Problems();

        Assert.Equal(["items/late-parcel.yaml:3: a field's name must be text, not a list"], problems);
    }
}
