namespace EqAssess.Domain.Reports.Manual;

/// <summary>Whom scores are compared with, and what they predict: each a chapter, and until there are data each says what they would take.</summary>
public static class NormsAndValidity
{
    /// <param name="norms">Null where there are no norms.</param>
    public static ReportSection NormsOf(NormFacts? norms, int validAttempts, ReportWords words) => words.Chapter(
        "norms",
        norms is null
            ? words.NotYet("norms", NormFacts.Fewest, validAttempts)
            : new Block.Table(
            [
                words.Fact("norms.Version", norms.Version),
                words.Fact("norms.People", words.Count(norms.People)),
                words.Fact("norms.Days", words("Manual.norms.Days.Value", norms.From, norms.Until)),
                words.Fact("norms.Population", norms.Population),
            ]),
        words.Say("norms.Never"));

    /// <param name="outcomes">Empty where nothing was followed up.</param>
    public static ReportSection ValidityOf(IReadOnlyList<OutcomeFacts> outcomes, ReportWords words) => words.Chapter(
        "validity",
        outcomes.Count == 0
            ? words.NotYet("validity")
            : words.Grid("validity.List", ["People", "R", "Limits", "Until"], outcomes.Select(o => new GridRow(
                o.Outcome, [words.Count(o.People), words("Manual.Number", o.R), words("Manual.validity.Range", o.Lower, o.Upper), words.Day(o.ExpiresOn)]))),
        words.Say("validity.Literature"));
}

/// <param name="Population">In words: applicants or incumbents, country, role.</param>
public sealed record NormFacts(string Version, int People, DateOnly From, DateOnly Until, string Population)
{
    /// <summary>People below whom there are no norms (reference 3.4).</summary>
    public const int Fewest = 100;
}

/// <param name="R">Uncorrected.</param>
/// <param name="ExpiresOn">The day from which on it wants a new study.</param>
public sealed record OutcomeFacts(string Outcome, int People, double R, double Lower, double Upper, DateOnly ExpiresOn);
