using EqAssess.Domain.Attempts;

namespace EqAssess.Web.Services;

/// <summary>Choices as a page posts them.</summary>
/// <param name="Item">Item version.</param>
/// <param name="Entry">Made by the page for this post; a retry carries the same.</param>
/// <param name="Writer">The rendered page.</param>
/// <param name="Sequence">Last entry of the log that the page knows of.</param>
/// <param name="Choices">Values by field name of the format.</param>
public sealed record PostedAnswer(Guid Item, Guid Entry, Guid Writer, int Sequence, IReadOnlyDictionary<string, string> Choices)
{
    /// <summary>What was written, where answers are; null where choices were posted.</summary>
    public string? Text { get; init; }
}

/// <summary>What became of a request, with the attempt as it is after it.</summary>
public abstract record AttemptOutcome(RunningAttempt Attempt)
{
    /// <param name="Sequence">
    /// Of the request's own entry. A page that sends again what was written long ago learns nothing of what others wrote since.
    /// </param>
    public sealed record Done(RunningAttempt Attempt, int Sequence) : AttemptOutcome(Attempt);

    public sealed record Refused(RunningAttempt Attempt, RefusalReason Reason) : AttemptOutcome(Attempt);
}
