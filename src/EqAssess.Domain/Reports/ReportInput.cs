using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports;

/// <summary>All that a report is made from. It holds no times of the attempt: nothing on paper may show an accommodation.</summary>
/// <param name="Candidate">Name as shown to staff.</param>
/// <param name="Domains">Of the bank, in its order; every domain of the sheet is among them.</param>
/// <param name="ChancePercent">Expected score, 0 to 100, of someone who answers at random.</param>
/// <param name="ValidFirstAttempts">Valid, non-simulated first attempts on the form version so far.</param>
/// <param name="Simulated">No person took this test.</param>
/// <param name="Language">BCP 47 tag of the texts that <paramref name="Words"/> gives.</param>
public sealed record ReportInput(
    string Candidate,
    string Campaign,
    string BankTitle,
    string FormName,
    string FormVersion,
    ScoreSheet Sheet,
    ScoringPlan Plan,
    IReadOnlyList<BankDomain> Domains,
    double ChancePercent,
    int ValidFirstAttempts,
    bool Simulated,
    DateOnly ReportedOn,
    string Language,
    ReportWords Words)
{
    /// <summary>The norm group that the campaign is pinned to; null for none.</summary>
    public NormGroup? Norms { get; init; }

    /// <summary>Null where nothing is said about a place among people.</summary>
    internal NormedScore? Normed() => NormedScore.Of(Norms, OverallScore.Of(Sheet, Plan), Simulated, ReportedOn);

    internal ReportedTest Test => new(BankTitle, FormName, FormVersion, Plan, Words);
}

/// <summary>What was taken, and how it is scored.</summary>
public sealed record ReportedTest(string BankTitle, string FormName, string FormVersion, ScoringPlan Plan, ReportWords Words);

/// <summary>Gives the text of a key with its arguments put in, numbers and dates as the language writes them.</summary>
public delegate string ReportWords(string key, params object[] arguments);
