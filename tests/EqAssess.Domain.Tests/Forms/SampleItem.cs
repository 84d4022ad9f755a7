using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Tests.Forms;

/// <summary>Items in which only what a test names matters. Options are called a, b, c, d.</summary>
internal static class SampleItem
{
    public static Item Named(string id, int words = 60) => new(
        id,
        ItemUse.Live,
        "rate-each",
        "validation",
        Channel.Phone,
        ContentNote: null,
        Title: "",
        Situation: string.Join(' ', Enumerable.Repeat("word", words)),
        Said: [],
        Question.Reply,
        [.. "abcd".Select(c => new Option(c.ToString(), ""))]);
}
