using System.Collections.Frozen;

namespace EqAssess.Domain.Scoring;

/// <summary>English words that look like empathy at a glance, whatever the sentence says.</summary>
internal static class FeelingWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "afraid", "alone", "angry", "annoyed", "annoying", "anxious", "apologise", "apologize", "apology", "awful", "care", "disappointed", "disappointing",
        "difficult", "embarrassed", "feel", "feeling", "feelings", "felt", "frightened", "frustrated", "frustrating", "glad", "grateful", "grief", "happy",
        "hard", "heart", "hope", "hurt", "imagine", "kind", "lonely", "matters", "miss", "nervous", "painful", "patience", "relief", "sad", "scared", "sorry",
        "stressful", "terrible", "thank", "thanks", "tired", "understand", "understandable", "unpleasant", "upset", "upsetting", "worried", "worry", "worrying");

    public static int Count(string text) =>
        text.Split([.. text.Where(c => !char.IsLetter(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries).Count(Words.Contains);
}
