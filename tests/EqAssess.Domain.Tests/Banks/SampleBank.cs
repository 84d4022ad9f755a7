using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Banks;

/// <summary>A sound bank of one item, and a sound key to it. A test changes what it is about.</summary>
internal static class SampleBank
{
    public static Item SoundItem { get; } = new(
        "late-parcel", ItemUse.Live, "rate-each", "validation", Channel.Phone, null, "The parcel that is late", Words(60), [new Utterance("D. Okafor", "Nobody came, again.")],
        Question.Reply, [new("a", "Let me find out where it is now."), new("b", "Please wait one more day."), new("c", "It is not with us."), new("d", "I will send another.")]);

    public static BankDomain Express { get; } = new(
        "express", "Choosing empathic words", "What did you say?", "Which words?", [new Facet("validation", "Validation", "Names and accepts the feeling.")]);

    public static Bank SoundBank { get; } = new("small-bank", "A small bank", "en", "One scenario.", [Express], [SoundItem]);

    public static KeyedItem Keyed { get; } = new([], [Option("a", 4), Option("b", 1), Option("c", 2), Option("d", 3)]);

    public static Key SoundKey { get; } = KeyOf(Keyed);

    public static Key KeyOf(KeyedItem keyed) => new(
        "draft-1", KeyStatus.Draft, "keyed-credit", [1, 2, 3, 4], "one author", new Dictionary<string, KeyedItem>(StringComparer.Ordinal) { ["late-parcel"] = keyed });

    public static KeyedOption Option(string id, double effectiveness) => new(id, effectiveness, "It names the feeling.", ["P03"]);

    /// <summary>In sentences of eight.</summary>
    public static string Words(int count) => string.Join(' ', Enumerable.Range(1, count).Select(i => i % 8 == 0 || i == count ? "word." : "word"));

    /// <summary>Severity, code and path of each problem.</summary>
    public static IReadOnlyList<string> Found(IEnumerable<BankProblem> problems) =>
        [.. problems.Select(p => $"{p.Severity} {p.Code} {((Place.InContent)p.Place).Path}")];
}
