using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>What was understood of a QTI package: a bank that can be imported, or the draft of one and what it still lacks.</summary>
/// <param name="Bank">Null while any error stands in the draft. Items that were refused are no part of it.</param>
/// <param name="Keys">By version; empty while any error stands.</param>
/// <param name="Files">The draft as bank files, for a person to complete; empty where no item was understood.</param>
/// <param name="Problems">
/// Of the package, at its files, and of the draft, at <see cref="Files"/>. An item that QTI scores by rules that no key can say comes
/// without a key, and a problem says so.
/// </param>
public sealed record QtiReading(Bank? Bank, IReadOnlyList<Key> Keys, IReadOnlyList<BankFileText> Files, IReadOnlyList<BankProblem> Problems)
{
    /// <summary>The items that were understood, whatever they still lack.</summary>
    public IReadOnlyList<Item> Items { get; init; } = [];

    /// <summary>What the package's scoring says of their options, by item id; items whose scoring no key can say are left out.</summary>
    public IReadOnlyDictionary<string, KeyedItem> Keyed { get; init; } = new Dictionary<string, KeyedItem>(StringComparer.Ordinal);
}
