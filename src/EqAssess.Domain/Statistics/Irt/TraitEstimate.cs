namespace EqAssess.Domain.Statistics.Irt;

/// <summary>A person's place on the trait: the mean of what the answers leave likely (EAP), and its SD (PSD), in SDs of the group.</summary>
/// <remarks>EAP = ΣθLw/ΣLw over the nodes (Bock &amp; Mislevy 1982). Expected values: base R, oracle case 15_irt_scoring.</remarks>
/// <param name="Eap">Insufficient data where nothing was answered: such a person is not scored, not average.</param>
/// <param name="LogLikelihood">ln ΣLw of the answers; 0 for none.</param>
public sealed record TraitEstimate(Estimate Eap, Estimate Psd, double LogLikelihood)
{
    /// <param name="answers">Score per part from 0; null for one that was not answered.</param>
    public static TraitEstimate Of(IReadOnlyList<ResponseModel> parts, IReadOnlyList<int?> answers, Quadrature? quadrature = null)
    {
        var posterior = new Posterior(parts, quadrature ?? Quadrature.Default);
        return posterior.Estimate([.. answers.Select(a => (short)(a ?? -1))]);
    }

    /// <summary>The likeliest θ given the answers and a standard normal group (MAP), by halving, since the slope of the posterior falls throughout.</summary>
    /// <returns>Insufficient data where nothing was answered.</returns>
    public static Estimate Map(IReadOnlyList<ResponseModel> parts, IReadOnlyList<int?> answers)
    {
        if (answers.All(a => a is null))
        {
            return NoEstimate.InsufficientData;
        }

        (double low, double high) = (-50, 50);
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            double slope = -middle + parts.Zip(answers).Sum(p => p.Second is int answer ? p.First.Score(middle, answer) : 0);
            (low, high) = slope > 0 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>var(EAP)/(var(EAP) + mean PSD²), with n − 1: the share of the trait's spread that the scores carry.</summary>
    /// <returns>Insufficient data below two scored persons; zero variance where all have one EAP.</returns>
    public static Estimate EmpiricalReliability(IEnumerable<TraitEstimate> persons)
    {
        TraitEstimate[] scored = [.. persons.Where(p => p.Eap.OrNull is not null)];
        double[] eaps = Array.ConvertAll(scored, p => p.Eap.OrNull!.Value);
        if (eaps.Length < 2)
        {
            return NoEstimate.InsufficientData;
        }

        double variance = Moments.SquaredDeviations(eaps) / (eaps.Length - 1);
        return Moments.AreAlike(eaps) ? NoEstimate.ZeroVariance : variance / (variance + scored.Average(p => p.Psd.OrNull!.Value * p.Psd.OrNull!.Value));
    }
}
