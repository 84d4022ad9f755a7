namespace EqAssess.Web.Pages.Judge;

/// <summary>How the judges rated one option.</summary>
/// <param name="Counts">Judges per point of the scale, from the lowest up.</param>
/// <param name="Of">What the page calls the option.</param>
public sealed record DistributionView(IReadOnlyList<int> Counts, string Of);
