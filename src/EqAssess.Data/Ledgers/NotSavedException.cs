namespace EqAssess.Data.Ledgers;

/// <summary>The database did not take a commit, and may take it later: it is locked, full or out of reach. Nothing of it was written.</summary>
public sealed class NotSavedException(Exception failure) : Exception($"Nothing was written: {failure.Message}", failure);
