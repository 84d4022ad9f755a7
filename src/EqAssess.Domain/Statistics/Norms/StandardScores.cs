namespace EqAssess.Domain.Statistics.Norms;

/// <summary>A place in a norm group in the units of several scales, all from one z.</summary>
/// <remarks>A z exactly on the border of two units belongs to the higher one. Expected values: base R, oracle case 09_norms_s7.</remarks>
/// <param name="Z">In SDs from the mean.</param>
public sealed record StandardScores(double Z)
{
    /// <summary>50 + 10z (McCall 1922), not rounded, not cut.</summary>
    public double T => 50 + (10 * Z);

    /// <summary>Half-SD units from 1 to 10, the mean between 5 and 6 (Canfield 1951): ⌊2z + 6⌋.</summary>
    public int Sten => (int)Math.Clamp(Math.Floor((2 * Z) + 6), 1, 10);

    /// <summary>Half-SD units from 1 to 9, the mean in the middle of 5: ⌊2z + 5.5⌋.</summary>
    public int Stanine => (int)Math.Clamp(Math.Floor((2 * Z) + 5.5), 1, 9);
}
