namespace EqAssess.Domain.Statistics.Norms;

/// <summary>How a score becomes a z; stored with the norm version, for one and the same score differs between the two.</summary>
public enum NormTransformation
{
    /// <summary>z = (x − M)/s.</summary>
    Linear,

    /// <summary>z = Φ⁻¹(PR/100): normalised by area, for a sample that is clearly skewed.</summary>
    Area,
}
