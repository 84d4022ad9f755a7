using System.Text;
using EqAssess.Domain.Banks;
using EqAssess.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class NothingIsLostTests : IDisposable
{
    private readonly BankFolderBuilder bank = new();

    public void Dispose() => bank.Dispose();

    [Fact]
    public void All_problems_of_all_files_are_listed_by_file_and_line()
    {
        bank.Changing("bank.yaml", "code: express", "code: expres")
            .Changing("bank.yaml", "language: en", "langage: en")
            .Changing(BankFolderBuilder.Practice, "use: practice", "use: practise")
            .Changing(BankFolderBuilder.Item, "question: reply", "question: say")
            .Changing(BankFolderBuilder.Item, "channel: phone", "channel: fax")
            .Changing(BankFolderBuilder.Item, "  - id: d", "  - id: c")
            .Changing(BankFolderBuilder.Key, "effectiveness: 3", "effectiveness: 5")
            .Changing(BankFolderBuilder.Key, "status: draft", "status: perfect")
            .Changing(BankFolderBuilder.Key, "[P06]", "[P60]");

        var places = bank.Problems().Select(p => string.Join(':', p.Split(':').Take(2)));

        Assert.Equal(
            [
                "bank.yaml:1", "bank.yaml:3", "bank.yaml:6",
                "items/late-parcel.yaml:5", "items/late-parcel.yaml:14", "items/late-parcel.yaml:22",
                "items/warm-up.yaml:2",
                "keys/draft-1.yaml:2", "keys/draft-1.yaml:12", "keys/draft-1.yaml:13", "keys/draft-1.yaml:13",
            ],
            places);
    }

    [Fact]
    public void An_item_that_cannot_be_read_is_named_once_and_not_again_by_its_key()
    {
        bank.With(BankFolderBuilder.Item, "id: [late\n");

        string problem = Assert.Single(bank.Problems());

        Assert.StartsWith("items/late-parcel.yaml:", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_empty_has_its_place_too()
    {
        bank.Changing(BankFolderBuilder.Key, "d: { dropped: The judges did not agree. }", "\"\": nothing");

        Assert.Contains(bank.Problems(), p => p.StartsWith("keys/draft-1.yaml:19", StringComparison.Ordinal));
    }

    [Fact]
    public void A_message_never_breaks_its_line_and_never_grows_without_end()
    {
        bank.Changing(BankFolderBuilder.Item, "channel: phone", $"channel: \"fax\\n{new string('x', 5000)}\"");

        string problem = bank.Problems()[0];

        Assert.DoesNotContain(problem, char.IsControl);
        Assert.InRange(problem.Length, 100, 700);
    }

    [Fact]
    public void No_damage_to_a_file_makes_the_reader_throw_or_point_outside_of_the_file()
    {
        string[] files = ["bank.yaml", BankFolderBuilder.Item, BankFolderBuilder.Key];
        var sound = files.ToDictionary(file => file, bank.TextOf, StringComparer.Ordinal);
        string[] scraps = ["", ":", "- ", "{", "}", "[", "]", "\"", "'", "\\", "\\uD800", "\\x00", "&a ", "*a", "!", "|", ">", "%", "@", "`", "#", "\t", "\n", "\n\n  ", "---\n", "...\n", "? ", "<<: ", "\0", "\u2028", "\uFEFF", "é", "👩", "~", "null", "1e400", "-"];
        var damage = from file in Gen.Elements(files)
                     from position in Gen.Choose(0, 10_000)
                     from length in Gen.Choose(0, 12)
                     from scrap in Gen.Elements(scraps)
                     select (file, position, length, scrap);

        var property = Prop.ForAll(Arb.From(Gen.ListOf(damage, 3)), cuts => IsReadable(sound, [.. cuts]));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), property);
    }

    private bool IsReadable(Dictionary<string, string> sound, IReadOnlyList<(string File, int Position, int Length, string Scrap)> cuts)
    {
        var texts = new Dictionary<string, string>(sound, StringComparer.Ordinal);
        foreach (var (file, position, length, scrap) in cuts)
        {
            int start = position % (texts[file].Length + 1);
            texts[file] = texts[file][..start] + scrap + texts[file][Math.Min(start + length, texts[file].Length)..];
        }

        foreach (var (file, text) in texts)
        {
            bank.With(file, Encoding.UTF8.GetBytes(text));
        }

        var reading = bank.Read();
        bool failed = reading.Problems.Any(p => p.Severity == ProblemSeverity.Error);
        return failed == reading.Bank is null && reading.Problems.All(p => p.Place is Place.InFile at && at.Line >= 1 && at.Line <= Lines(at.File));
    }

    private int Lines(string file) => bank.TextOf(file).Split('\n', '\r', '\u2028', '\u2029', '\u0085').Length + 1;
}
