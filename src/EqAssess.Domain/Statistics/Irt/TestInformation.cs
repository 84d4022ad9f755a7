namespace EqAssess.Domain.Statistics.Irt;

/// <summary>What the parts together tell of θ. Expected values: base R, oracle case 15_irt_scoring.</summary>
public static class TestInformation
{
    /// <summary>ΣI_j(θ), in 1/θ².</summary>
    public static double At(IReadOnlyList<ResponseModel> parts, double theta) => parts.Sum(p => p.Information(theta));

    /// <summary>1/√I(θ), in SDs of the group; not estimable where nothing is told.</summary>
    public static Estimate StandardError(IReadOnlyList<ResponseModel> parts, double theta) =>
        At(parts, theta) is > 0 and var information ? 1 / Math.Sqrt(information) : NoEstimate.NotEstimable;
}
