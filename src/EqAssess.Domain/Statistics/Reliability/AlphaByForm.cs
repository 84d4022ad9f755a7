namespace EqAssess.Domain.Statistics.Reliability;

/// <summary>Alpha (Cronbach 1951) of each form over the persons who answered all of it: the reliability of a score that people really have.</summary>
/// <remarks>Expected values: R, psych::alpha, oracle case 01_alpha_forms.</remarks>
/// <param name="Form">The name that persons were grouped by.</param>
/// <param name="Persons">Who answered the whole form.</param>
/// <param name="Parts">Parts of which anybody on the form has a score.</param>
/// <param name="StandardDeviation">Of the sum, n − 1.</param>
public sealed record AlphaByForm(string Form, int Persons, int Parts, Estimate Alpha, Estimate StandardDeviation)
{
    /// <param name="forms">One name per person.</param>
    /// <returns>One per form, in the order in which they first appear.</returns>
    public static IReadOnlyList<AlphaByForm> Of(ScoreTable scores, IReadOnlyList<string> forms) => [.. forms.Distinct(StringComparer.Ordinal).Select(form =>
    {
        ScoreTable people = scores.Where(i => forms[i] == form);
        ScoreTable complete = people.Only(Enumerable.Range(0, people.Parts).Where(j => people.Column(j).Any(x => !double.IsNaN(x)))).Complete();
        ItemAnalysis analysis = ItemAnalysis.Of(complete);
        return new AlphaByForm(form, complete.Persons, complete.Parts, analysis.Alpha, analysis.StandardDeviation);
    })];

    /// <summary>The mean of the forms' alphas, weighted by their persons. One form without an alpha: none.</summary>
    public static Estimate WeightedMean(IReadOnlyList<AlphaByForm> forms) =>
        forms.Count == 0 ? NoEstimate.InsufficientData
        : forms.FirstOrDefault(f => f.Alpha.OrNull is null) is { } none ? none.Alpha
        : forms.Sum(f => f.Persons * f.Alpha.OrNull!.Value) / forms.Sum(f => f.Persons);
}
