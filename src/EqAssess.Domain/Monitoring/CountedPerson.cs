namespace EqAssess.Domain.Monitoring;

/// <summary>One person as counting needs them, without any id.</summary>
/// <param name="Answers">Code of the group by code of the question; a question without an answer is missing.</param>
/// <param name="Percent">Score, 0 to 100.</param>
public sealed record CountedPerson(IReadOnlyDictionary<string, string> Answers, double Percent, bool InTime, bool Shortlisted)
{
    /// <summary>The group of one question; null where the person did not answer, or prefers not to.</summary>
    /// <param name="groups">Codes that count as groups.</param>
    public string? GroupOf(string question, IReadOnlyList<string> groups) =>
        Answers.TryGetValue(question, out string? group) && groups.Contains(group) ? group : null;
}
