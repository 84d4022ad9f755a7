using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

/// <summary>One change to a sound bank each, and the one line that is printed for it.</summary>
public sealed class ContentProblemTests : IDisposable
{
    private readonly BankFolderBuilder bank = new();

    public void Dispose() => bank.Dispose();

    [Theory]
    [InlineData("id: small-bank", "id: Small Bank", "bank.yaml:1: 'Small Bank' is no id: use lower-case letters, digits and single hyphens, 64 characters at most")]
    [InlineData("title: A small bank", "title: ''", "bank.yaml:2: 'title' is missing or empty: name the bank")]
    [InlineData("language: en", "language: English", "bank.yaml:3: 'English' is no language tag: write one such as en or de-AT")]
    [InlineData("description: Two scenarios for tests.\n", "", "bank.yaml:1: 'description' is missing or empty: say in a sentence or two what the bank samples")]
    [InlineData("description: Two", "descripton: none\ndescription: Two", "bank.yaml:4: unknown field 'descripton': did you mean 'description'?")]
    [InlineData("description: Two scenarios for tests.", "description: [Two, scenarios]", "bank.yaml:4: 'description' must be text, not a list")]
    [InlineData("code: express", "code: expres", "bank.yaml:6: unknown domain 'expres': known are recognise, listen, express, resolve")]
    [InlineData("    followUp: Which words did you choose, and why?\n", "", "bank.yaml:6: 'followUp' is missing or empty: write what an interviewer asks where this domain is low")]
    [InlineData("code: language,", "code: probing,", "bank.yaml:14: facet 'probing' belongs to domain 'listen', not to 'express': move it there")]
    [InlineData("code: language,", "code: wording,", "bank.yaml:14: unknown facet 'wording': known are cues, perspective, listening, probing, validation, language, self-regulation, de-escalation, resolution")]
    [InlineData("code: language,", "code: validation,", "bank.yaml:14: there is more than one facet 'validation': give each its own")]
    [InlineData("behaviour: Names and accepts the feeling.", "behaviour: ~", "bank.yaml:13: 'behaviour' is missing or empty: write which behaviour it samples")]
    public void A_problem_in_bank_yaml_is_named_with_its_line(string text, string into, string expected) =>
        AssertOnly(expected, "bank.yaml", text, into);

    [Theory]
    [InlineData("use: live", "use: alive", ":2: unknown use 'alive': known are live, practice")]
    [InlineData("use: live\n", "", ":1: 'use' is missing or empty: say one of live, practice")]
    [InlineData("format: rate-each", "format: rate-all", ":3: unknown format 'rate-all': known are *")]
    [InlineData("facet: validation", "facet: valuation", ":4: unknown facet 'valuation': known are *")]
    [InlineData("facet: validation", "facet: cues", ":4: the bank does not declare facet 'cues': declare it in bank.yaml, or use one of validation, language")]
    [InlineData("facet: validation", "facet: validation\ndomain: listen", ":5: facet 'validation' belongs to domain 'express', not to 'listen': correct one of them, or leave 'domain' out")]
    [InlineData("facet: validation", "facet: validation\ndomain: hear", ":5: unknown domain 'hear': known are recognise, listen, express, resolve")]
    [InlineData("channel: phone", "channel: Phone", ":5: unknown channel 'Phone': known are phone, chat, email, social, team")]
    [InlineData("channel: phone", "channel: phone\nchanel: phone", ":6: unknown field 'chanel': did you mean 'channel'?")]
    [InlineData("channel: phone", "channel: phone\nremarks: none", ":6: unknown field 'remarks': known here are id, use, *")]
    [InlineData("title: The", "title:\n  - The", ":7: 'title' must be text, not a list")]
    [InlineData("title: The parcel that is late", "title: \"Late \\u0007 parcel\"", ":6: 'title' holds a control character or half a character: take it out")]
    [InlineData("speaker: D. Okafor, customer", "speaker: ''", ":12: 'speaker' is missing or empty: say who speaks or writes")]
    [InlineData("question: reply", "question: say", ":14: unknown question 'say': known are reply, action")]
    [InlineData("  - id: b", "  - id: B", ":18: 'B' is no id: *", ":14: *", ":12: *")]
    [InlineData("text: Why did you not call us earlier?", "text:", ":21: 'text' is missing or empty: write what the agent says or does")]
    [InlineData("text: Why", "effectiveness: 1\n    text: Why", ":21: 'effectiveness' belongs to a key, and a key never stands in an item file: move it to keys/<version>.yaml")]
    [InlineData("  - id: a\n", "  - just words\n  - id: a\n", ":16: an entry of 'options' must be a block of fields, not text")]
    public void A_problem_in_an_item_is_named_with_its_line(string text, string into, string expected, params string[] inTheKey)
    {
        bank.Changing(BankFolderBuilder.Item, text, into);

        var problems = bank.Problems();

        Assert.Equal(1 + inTheKey.Length, problems.Count);
        AssertLike(BankFolderBuilder.Item + expected, problems[0]);
    }

    [Theory]
    [InlineData("version: draft-1", "version: draft-2", ":1: the version 'draft-2' differs from the file's name 'draft-1': rename one of them")]
    [InlineData("status: draft", "status: final", ":2: unknown status 'final': known are draft, provisional, panel, simulated")]
    [InlineData("method: keyed-credit", "method:", ":3: 'method' is missing or empty: *")]
    [InlineData("[1, 2, 3, 4]", "[4, 3, 2, 1]", ":4: the scale [4, 3, 2, 1] does not ascend: *")]
    [InlineData("[1, 2, 3, 4]", "[1, 2, 3, high, 4]", ":4: the points of a scale are whole numbers, not 'high'")]
    [InlineData("source: one author, before any panel\n", "", ":1: 'source' is missing or empty: say who stands behind the key")]
    [InlineData("hangsOn: []", "hangsOn: [P02, P23]", ":8: unknown principle 'P23': known are P01 to P25 without P23")]
    [InlineData("effectiveness: 3", "effectiveness: 4.5", ":13: effectiveness 4.5 lies outside the scale, 1 to 4")]
    [InlineData("effectiveness: 3", "effectiveness: .nan", ":13: 'effectiveness' must be a number such as 3 or 2.5, not '.nan'")]
    [InlineData("effectiveness: 3, ", "", ":13: 'effectiveness' of option 'd' is missing or empty: give a number from the scale, or say why the option is dropped (dropped: \"reason\")")]
    [InlineData("rationale: A stock phrase.", "rationale: ''", ":11: 'rationale' is missing or empty: say in one or two sentences why it is as effective as that")]
    [InlineData("principles: [P06]", "principles: []", ":12: 'principles' is missing or empty: cite the principles that the rationale rests on")]
    [InlineData("principles: [P06]", "principles: [P06, P99]", ":12: unknown principle 'P99': known are P01 to P25 without P23")]
    [InlineData("principles: [P06]", "principles: P06", ":12: 'principles' must be a list, not text")]
    [InlineData("dropped: The judges did not agree.", "dropped: ''", ":19: 'dropped' is missing or empty: say why the option is dropped")]
    [InlineData("      d: { dropped: The judges did not agree. }", "", ":15: option 'd' has no key in keys/draft-1.yaml: give its effectiveness, or say why it is dropped (dropped: \"reason\")")]
    [InlineData("      d: { dropped", "      e: { dropped: Nobody wrote it. }\n      d: { dropped", ":19: there is no option 'e' in item 'warm-up': correct the id, or take its key out")]
    [InlineData("  warm-up:", "  nobody: { options: { a: { dropped: x }, b: { effectiveness: 1, rationale: y, principles: [P01] } } }\n  warm-up:", ":14: there is no item 'nobody' in the bank: correct the id, or take its key out")]
    [InlineData("principles: [P15]", "principles: [P15, P16]", ":9: warning: the key cites P16, which is contested, and hangsOn does not name it: *")]
    public void A_problem_in_a_key_is_named_with_its_line(string text, string into, string expected) =>
        AssertOnly(BankFolderBuilder.Key + expected, BankFolderBuilder.Key, text, into);

    [Fact]
    public void An_item_whose_options_are_keyed_alike_is_named()
    {
        bank.Changing(BankFolderBuilder.Key, "effectiveness: 4", "effectiveness: 1").Changing(BankFolderBuilder.Key, "effectiveness: 3", "effectiveness: 1");

        var problems = bank.Problems();

        Assert.Equal(["keys/draft-1.yaml:9: every scored option has effectiveness 1, so the item tells nobody apart: key them differently, or drop it"], problems);
    }

    [Fact]
    public void An_item_that_the_key_leaves_out_is_named()
    {
        string key = bank.TextOf(BankFolderBuilder.Key);
        bank.With(BankFolderBuilder.Key, key[..key.IndexOf("  warm-up:", StringComparison.Ordinal)]);

        var problems = bank.Problems();

        Assert.Equal(["keys/draft-1.yaml:6: item 'warm-up' has no key in keys/draft-1.yaml: key each of its options"], problems);
    }

    [Fact]
    public void A_stem_that_is_too_short_is_a_warning_at_the_situation()
    {
        string item = bank.TextOf(BankFolderBuilder.Practice);
        int start = item.IndexOf("situation:", StringComparison.Ordinal);
        bank.With(BankFolderBuilder.Practice, $"{item[..start]}situation: The phone rings.\n{item[item.IndexOf("said:", StringComparison.Ordinal)..]}");

        var problems = bank.Problems();

        Assert.Equal(["items/warm-up.yaml:7: warning: the stem (situation and what is said) has 20 words: 40 to 110 are asked for"], problems);
    }

    private void AssertOnly(string expected, string file, string text, string into)
    {
        bank.Changing(file, text, into);

        var problems = bank.Problems();

        AssertLike(expected, Assert.Single(problems));
    }

    // A star stands for any end: long lists are spelt out once.
    private static void AssertLike(string expected, string actual)
    {
        if (expected.EndsWith('*'))
        {
            Assert.StartsWith(expected[..^1], actual, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(expected, actual);
        }
    }
}
