using System.Text.Json;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class CanonicalJsonTests
{
    private static readonly Gen<string> Text = Gen.Elements("", "Grüße", "\"quoted\" & <b>", "line\nline\ttab", "👩‍🚒", "Ωmega", "\\", "中文", "plain words", "Z̈");

    private static readonly Gen<Item> Items =
        from texts in Text.ArrayOf(9)
        from use in Gen.Elements(Enum.GetValues<ItemUse>())
        from channel in Gen.Elements(Enum.GetValues<Channel>())
        from question in Gen.Elements(Enum.GetValues<Question>())
        from noted in Gen.Elements(true, false)
        from said in Gen.Choose(0, 3)
        from options in Gen.Choose(0, 5)
        select new Item(
            texts[0], use, texts[1], texts[2], channel, noted ? texts[3] : null, texts[4], texts[5],
            [.. Enumerable.Range(0, said).Select(i => new Utterance(texts[i], texts[i + 1]))],
            question,
            [.. Enumerable.Range(0, options).Select(i => new Option(texts[i + 2], texts[i + 3]))]);

    private static readonly Gen<KeyedOption> Options =
        from texts in Text.ArrayOf(4)
        from effectiveness in Gen.Choose(-4000, 4000)
        from dropped in Gen.Elements(true, false)
        select new KeyedOption(texts[0], effectiveness / 997.0, texts[1], [texts[2], texts[3]], dropped ? texts[0] : null);

    private static readonly Gen<Key> Keys =
        from texts in Text.ArrayOf(5)
        from status in Gen.Elements(Enum.GetValues<KeyStatus>())
        from scale in Gen.Choose(-5, 9).ListOf()
        from options in Options.ListOf(6)
        select new Key(texts[0], status, texts[1], [.. scale], texts[2], new Dictionary<string, KeyedItem>(StringComparer.Ordinal)
        {
            ["z"] = new([texts[3]], [.. options.Take(4)]),
            ["a" + texts[4]] = new([], [.. options.Skip(4)]),
        });

    [Fact]
    public void Every_item_reads_back_as_it_was_written()
    {
        var property = Prop.ForAll(Arb.From(Items), item =>
        {
            string json = ItemJson.Write(item);
            var back = ItemJson.Read(json);
            Assert.Equivalent(item, back, strict: true);
            return ItemJson.Write(back) == json;
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), property);
    }

    [Fact]
    public void Every_key_reads_back_as_it_was_written()
    {
        var property = Prop.ForAll(Arb.From(Keys), key =>
        {
            string json = KeyJson.Write(key);
            var back = KeyJson.Read(json);
            Assert.Equivalent(key, back, strict: true);
            return KeyJson.Write(back) == json;
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), property);
    }

    [Fact]
    public void The_stored_form_of_an_item_never_changes()
    {
        var item = new Item("late-parcel", ItemUse.Practice, "rate-each", "cues", Channel.Email, null, "Zu spät", "She waits.", [new Utterance("D. Okafor", "No.")], Question.Action, [new Option("a", "Call her.")]);

        string json = ItemJson.Write(item);

        Assert.Equal(
            """{"id":"late-parcel","use":"practice","format":"rate-each","facet":"cues","channel":"email","contentNote":null,"title":"Zu sp\u00E4t","situation":"She waits.","said":[{"speaker":"D. Okafor","text":"No."}],"question":"action","options":[{"id":"a","text":"Call her."}]}""",
            json);
    }

    [Fact]
    public void The_stored_form_of_a_key_never_changes_and_does_not_depend_on_the_order_of_items()
    {
        var keyed = new KeyedItem(["P02"], [new KeyedOption("a", 3, "Because.", ["P01"]), new KeyedOption("b", 2.5, "", [], "No agreement.")]);
        var forwards = Key([new("a", keyed), new("b", keyed)]);
        var backwards = Key([new("b", keyed), new("a", keyed)]);

        string json = KeyJson.Write(forwards);

        string item = """{"id":"a","hangsOn":["P02"],"options":[{"option":"a","effectiveness":3,"rationale":"Because.","principles":["P01"],"droppedBecause":null},{"option":"b","effectiveness":2.5,"rationale":"","principles":[],"droppedBecause":"No agreement."}]}""";
        Assert.Equal($$"""{"version":"draft-1","status":"draft","method":"keyed-credit","scale":[1,4],"source":"one author","items":[{{item}},{{item.Replace("\"id\":\"a\"", "\"id\":\"b\"")}}]}""", json);
        Assert.Equal(json, KeyJson.Write(backwards));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"id":null}""")]
    [InlineData("not JSON")]
    public void Text_that_is_no_stored_item_is_refused(string json)
    {
        Assert.ThrowsAny<JsonException>(() => ItemJson.Read(json));
    }

    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void A_digest_is_the_SHA_256_of_the_text_in_lower_case(string text, string expected)
    {
        // Expected values: FIPS 180-4 examples; printf '%s' abc | sha256sum
        string digest = Digest.Sha256(text);

        Assert.Equal(expected, digest);
    }

    [Fact]
    public void An_item_from_a_file_keeps_its_digest_through_the_database_text()
    {
        using var bank = new BankFolderBuilder();
        var item = bank.Read().Bank!.Items[0];

        string digest = Digest.Sha256(ItemJson.Write(ItemJson.Read(ItemJson.Write(item))));

        Assert.Equal(Digest.Sha256(ItemJson.Write(item)), digest);
    }

    private static Key Key(IEnumerable<KeyValuePair<string, KeyedItem>> items) =>
        new("draft-1", KeyStatus.Draft, "keyed-credit", [1, 4], "one author", new Dictionary<string, KeyedItem>(items, StringComparer.Ordinal));
}
