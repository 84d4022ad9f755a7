namespace EqAssess.Data.Ledgers;

/// <summary>
/// The database did not say that it has taken a commit: it is locked, full or out of reach. As a rule nothing was written. Where the connection
/// broke, or time ran out, it may have been: whoever sends the same entries again, with the same ids, is told which.
/// </summary>
public sealed class NotSavedException(Exception failure) : Exception($"Not known to be written: {failure.Message}", failure);
