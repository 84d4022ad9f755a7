using System.Globalization;

namespace EqAssess.Benchmarks;

/// <summary>Plain English sentences that mean little and differ much.</summary>
internal sealed class SyntheticProse(int seed)
{
    private static readonly string[] Names = ["Ines", "Bertil", "Amara", "Teodor", "Lien", "Marisol", "Okan", "Priya", "Jonas", "Sela", "Dmitri", "Noor", "Callum", "Yuki", "Farah", "Gita"];
    private static readonly string[] People = ["caller", "guest", "tenant", "driver", "nurse", "baker", "student", "neighbour", "teacher", "gardener", "cousin", "painter", "pilot", "clerk", "farmer", "singer"];
    private static readonly string[] Verbs = ["holds", "moves", "paints", "checks", "orders", "returns", "opens", "carries", "misses", "sells", "washes", "counts", "mends", "finds", "sends", "keeps", "weighs", "signs", "draws", "folds"];
    private static readonly string[] Things = ["kettle", "ticket", "lamp", "letter", "boat", "door", "parcel", "meter", "garden", "window", "bicycle", "chair", "coat", "clock", "mirror", "ladder", "piano", "blanket", "tent", "carpet", "engine", "basket", "mattress", "camera"];
    private static readonly string[] Qualities = ["green", "heavy", "second", "broken", "early", "quiet", "round", "cheap", "narrow", "warm", "late", "empty", "clean", "old", "wooden", "spare", "wrong", "small", "loud", "missing"];
    private static readonly string[] Places = ["at the desk", "in the yard", "near the station", "on the third floor", "behind the shop", "by the lake", "at home", "in the hall", "on the ferry", "under the stairs", "at the market", "in the van", "on the roof", "next to the bank"];
    private static readonly string[] Times = ["on Monday", "before noon", "after the call", "every week", "at seven", "for two days", "since March", "in the evening", "once more", "by Friday", "all night", "last spring", "within an hour", "at the weekend"];

    private readonly Random random = new(seed);

    public string Name() => $"{Any(Names)} {char.ToUpperInvariant(Any(Things)[0])}{Any(Things)[1..]}";

    public int Between(int least, int most) => random.Next(least, most + 1);

    public string Sentences(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Sentence()));

    private string Sentence() => random.Next(4) switch
    {
        0 => $"The {Any(People)} {Any(Verbs)} a {Any(Qualities)} {Any(Things)} {Any(Places)} {Any(Times)}.",
        1 => $"{Any(Names)} {Any(Verbs)} the {Any(Things)} {Any(Times)} and the {Any(People)} {Any(Verbs)} it.",
        2 => string.Create(CultureInfo.InvariantCulture, $"There were {random.Next(2, 90)} {Any(Qualities)} things {Any(Places)} {Any(Times)}."),
        _ => $"My {Any(Qualities)} {Any(Things)} is {Any(Qualities)}, and the {Any(People)} stays {Any(Places)}.",
    };

    private string Any(string[] words) => words[random.Next(words.Length)];
}
