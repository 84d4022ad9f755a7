namespace EqAssess.Domain.Banks;

/// <summary>What becomes of one item, or of one key version, when new content takes the place of old.</summary>
/// <param name="Id">Of the item, or version of the key.</param>
/// <param name="Title">Of the new item, or of the old one where it is gone; for a key its source.</param>
/// <param name="Parts">What differs, in the words of the files, for example <c>options</c> or <c>items/late-parcel</c>; empty unless changed.</param>
public sealed record ContentChange(string Id, string Title, ChangeKind Kind, IReadOnlyList<string> Parts);

public enum ChangeKind
{
    Added,
    Changed,
    Unchanged,

    /// <summary>Not in the new content. An item is retired then; a key version stays, since attempts were scored by it.</summary>
    Gone,
}
