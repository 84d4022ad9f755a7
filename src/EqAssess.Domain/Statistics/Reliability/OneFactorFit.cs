namespace EqAssess.Domain.Statistics.Reliability;

/// <summary>How well one factor reproduces the covariances (Jöreskog 1969; Bentler 1990; Steiger 1990).</summary>
/// <remarks>Expected values: R, lavaan::cfa with ML, oracle case 03_omega_s1.</remarks>
/// <param name="ChiSquare">n·F_ML with covariances of denominator n.</param>
/// <param name="Freedom">k(k + 1)/2 − 2k.</param>
/// <param name="P">Not estimable without degrees of freedom (three parts).</param>
/// <param name="Cfi">Comparative fit index, 0 to 1, against uncorrelated parts; .95 is usually taken as good.</param>
/// <param name="Rmsea">√(max(0, χ² − df)/(df·n)); below .06 is usually taken as good. Not estimable without degrees of freedom.</param>
/// <param name="Srmr">Root of the mean squared residual in units of the parts' SDs, the diagonal included.</param>
public sealed record OneFactorFit(double ChiSquare, int Freedom, Estimate P, double Cfi, Estimate Rmsea, double Srmr);
