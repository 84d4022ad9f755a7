namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>Applicants of one group at a cut or a stage, and how many of them went on.</summary>
/// <param name="Selected">0 to <paramref name="Applicants"/>.</param>
public readonly record struct SelectionCount(int Applicants, int Selected)
{
    /// <summary>Selected over applicants, 0 to 1. Insufficient data without an applicant.</summary>
    public Estimate Rate => Applicants == 0 ? NoEstimate.InsufficientData : (double)Selected / Applicants;
}
