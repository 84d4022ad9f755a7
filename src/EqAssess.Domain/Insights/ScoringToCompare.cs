using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Insights;

/// <summary>A key and a method, as somebody wants to see them beside others.</summary>
/// <param name="Key">The key's label, for example <c>panel-2</c>.</param>
/// <param name="Plan">Null where the method cannot use the key, or the key says nothing of the form; <paramref name="Problems"/> then says why.</param>
/// <param name="Problems">Empty with a plan.</param>
public sealed record ScoringToCompare(string Key, KeyStatus Status, string Method, ScoringPlan? Plan, IReadOnlyList<string> Problems);

/// <summary>What people answered about themselves to one voluntary question, in step with the sittings; null for no answer.</summary>
/// <param name="Question">Code of the question.</param>
public sealed record GroupAnswers(string Question, IReadOnlyList<string?> Answers);
