namespace EqAssess.Domain.Banks;

/// <summary>Words and phrases that are looked for as whole words, in one pass over a text however long the list is.</summary>
internal sealed class PhraseList
{
    private static readonly char[] SentenceEnds = ['.', '!', '?', ':', ';', '…'];

    private readonly StringComparer comparer;
    private readonly ILookup<string, (string Phrase, IReadOnlyList<string> Words)> byFirstWord;

    private PhraseList(StringComparer comparer, IEnumerable<string> phrases)
    {
        this.comparer = comparer;
        byFirstWord = phrases.Select(phrase => (Phrase: phrase, Words: TextWords.Of(phrase))).ToLookup(p => p.Words[0], comparer);
    }

    /// <summary>Found in any case.</summary>
    public static PhraseList Of(params IEnumerable<string> phrases) => new(StringComparer.OrdinalIgnoreCase, phrases);

    /// <summary>Names, found only as they are written here, so that an apple is no brand.</summary>
    public static PhraseList OfNames(params IEnumerable<string> names) => new(StringComparer.Ordinal, names);

    /// <summary>Each phrase of the list that stands in the text, within one sentence, once, in the order of the text.</summary>
    public IEnumerable<string> In(string text) =>
        text.Split(SentenceEnds).Select(TextWords.Of)
            .SelectMany(words => Enumerable.Range(0, words.Count)
                .SelectMany(i => byFirstWord[words[i]].Where(p => StandsAt(i, p.Words, words)).Select(p => p.Phrase)))
            .Distinct();

    private bool StandsAt(int start, IReadOnlyList<string> phrase, IReadOnlyList<string> words) =>
        start + phrase.Count <= words.Count && !phrase.Where((word, i) => !comparer.Equals(word, words[start + i])).Any();
}
