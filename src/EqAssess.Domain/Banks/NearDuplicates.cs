namespace EqAssess.Domain.Banks;

/// <summary>Finds texts of a bank that are nearly the same (<see cref="WordPairs"/>).</summary>
/// <remarks>
/// A text is compared only with earlier ones that share one of its rarest pairs, as two texts of that similarity must (prefix filter;
/// Bayardo, Ma &amp; Srikant 2007), so time grows with the texts and not with their square. A pair leads to its first
/// <see cref="MostLed"/> texts, and a text is compared with as many at most: beyond that a resemblance may go unseen, in return for a
/// bound on hostile input.
/// </remarks>
internal sealed class NearDuplicates
{
    /// <summary>Distinct pairs that a text must have to be compared: short replies are alike by nature.</summary>
    public const int FewestPairs = 8;

    private const int MostLed = 200;

    private readonly IReadOnlyList<(int Group, string Text)> texts;
    private readonly ulong[][] pairs;
    private readonly Dictionary<ulong, int> uses = [];
    private readonly Dictionary<ulong, List<int>> led = [];

    private NearDuplicates(IReadOnlyList<(int Group, string Text)> texts)
    {
        this.texts = texts;
        pairs = [.. texts.Select(t => WordPairs.Of(t.Text))];
        foreach (ulong pair in pairs.SelectMany(p => p))
        {
            uses[pair] = uses.GetValueOrDefault(pair) + 1;
        }
    }

    /// <summary>For each text that resembles one before it, the first of those found.</summary>
    /// <param name="texts">Texts of one group, such as the options of an item, are not compared with each other.</param>
    public static IReadOnlyList<(int Text, int Earlier)> Find(IReadOnlyList<(int Group, string Text)> texts) => [.. new NearDuplicates(texts).Find()];

    private IEnumerable<(int Text, int Earlier)> Find()
    {
        foreach (int text in Enumerable.Range(0, texts.Count).Where(t => pairs[t].Length >= FewestPairs))
        {
            ulong[] rarest = Rarest(pairs[text]);
            if (Resembled(text, rarest) is int earlier)
            {
                yield return (text, earlier);
            }
            else
            {
                Lead(rarest, text);
            }
        }
    }

    private ulong[] Rarest(ulong[] all) =>
        [.. all.OrderBy(p => uses[p]).ThenBy(p => p).Take(all.Length - (int)Math.Ceiling(WordPairs.Threshold * all.Length) + 1)];

    private int? Resembled(int text, ulong[] rarest) =>
        rarest.SelectMany(pair => led.GetValueOrDefault(pair, [])).Distinct().Take(MostLed)
            .Where(e => texts[e].Group != texts[text].Group && WordPairs.Similarity(pairs[text], pairs[e]) >= WordPairs.Threshold)
            .Select(e => (int?)e).FirstOrDefault();

    private void Lead(ulong[] rarest, int text)
    {
        foreach (ulong pair in rarest.Where(p => uses[p] > 1))
        {
            if (!led.TryGetValue(pair, out List<int>? here))
            {
                led[pair] = here = [];
            }

            if (here.Count < MostLed)
            {
                here.Add(text);
            }
        }
    }
}
