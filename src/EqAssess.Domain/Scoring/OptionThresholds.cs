namespace EqAssess.Domain.Scoring;

/// <summary>How much a panel must agree about an option for it to be scored.</summary>
/// <param name="Agreement">Smallest r_wg of an option that is kept.</param>
/// <param name="Share">Smallest share, 0 to 1, of the judges on the key's side of the midpoint.</param>
public sealed record OptionThresholds(double Agreement = .70, double Share = .80)
{
    public static OptionThresholds Default { get; } = new();
}
