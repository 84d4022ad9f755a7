using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;

namespace EqAssess.Web.Pages.Results;

/// <summary>What somebody typed into one of the forms of a person's page.</summary>
public sealed class CaseForms
{
    public DecisionOutcome? Outcome { get; set; }

    public string? Reason { get; set; }

    /// <summary>Number of the last entry that the form was made from.</summary>
    public int Seen { get; set; }

    public string? Note { get; set; }

    /// <summary>Interview scores by domain; null for a domain that was not scored.</summary>
    public Dictionary<string, int?> Scores { get; set; } = [];

    /// <summary>Why somebody asks for the name.</summary>
    public string? Why { get; set; }

    public Guid? Request { get; set; }

    public RequestState? Answered { get; set; }

    public string? Answer { get; set; }

    /// <summary>Scores of known domains.</summary>
    public IReadOnlyDictionary<string, int> Given(IReadOnlyList<BankDomain> domains) =>
        Scores.Where(s => s.Value is not null && domains.Any(d => d.Code == s.Key)).ToDictionary(s => s.Key, s => s.Value!.Value, StringComparer.Ordinal);
}
