using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Reports.Manual;

/// <summary>Whom scores are compared with, and what they predict: each a chapter, and until there are data each says what they would take.</summary>
public static class NormsAndValidity
{
    /// <param name="norms">Published groups; empty where there are none.</param>
    public static ReportSection NormsOf(IReadOnlyList<NormFacts> norms, int validAttempts, ReportWords words) => words.Chapter(
        "norms",
        norms.Count == 0
            ? words.NotYet("norms", NormFacts.Fewest, validAttempts)
            : words.Grid("norms.List", ["People", "Days", "Population"], norms.Select(n => new GridRow(
                n.Name, [words.Count(n.People), words("Manual.norms.Days.Value", n.From, n.Until), n.Population]))),
        words.Say("norms.Never"));

    /// <param name="outcomes">Empty where nothing was followed up.</param>
    public static ReportSection ValidityOf(IReadOnlyList<OutcomeFacts> outcomes, ReportWords words) => words.Chapter(
        "validity",
        outcomes.Count == 0
            ? words.NotYet("validity")
            : words.Grid("validity.List", ["People", "R", "Limits", "Until"], outcomes.Select(o => new GridRow(
                o.Outcome,
                [
                    words.Count(o.People),
                    words.Number(o.R, "Signed"),
                    o is { Lower.OrNull: double lower, Upper.OrNull: double upper } ? words("Manual.validity.Range", lower, upper) : words.Number(o.Lower),
                    words.Day(o.ExpiresOn),
                ]))),
        words.Say("validity.Literature"));
}

/// <param name="Population">In words: applicants or incumbents, country, role.</param>
public sealed record NormFacts(string Name, int People, DateOnly From, DateOnly Until, string Population)
{
    /// <summary>People below whom there are no norms (reference 3.4).</summary>
    public const int Fewest = 100;
}

/// <param name="R">Uncorrected.</param>
/// <param name="ExpiresOn">The day from which on it wants a new study.</param>
public sealed record OutcomeFacts(string Outcome, int People, Estimate R, Estimate Lower, Estimate Upper, DateOnly ExpiresOn);
