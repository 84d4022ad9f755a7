using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Data.BankFiles;

/// <summary>A bank folder, read and checked.</summary>
/// <param name="Bank">Null while any error stands.</param>
/// <param name="Keys">By version; empty while any error stands.</param>
/// <param name="Problems">All of them, each in a file (<see cref="Place.InFile"/>, relative to the bank's folder), by file and line.</param>
public sealed record BankReading(Bank? Bank, IReadOnlyList<Key> Keys, IReadOnlyList<BankProblem> Problems);
