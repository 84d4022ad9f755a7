using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Items;
using EqAssess.Domain.Statistics.Reliability;

namespace EqAssess.Domain.Insights;

/// <summary>Pairs of items that share more than the one factor: told alike, or giving each other away.</summary>
/// <remarks>Residuals of the one-factor model with Thurstone's (1935) factor scores, f = Σ(λ/θ)(x − x̄) / (1 + Σλ²/θ), and Yen's Q3 of them.</remarks>
/// <param name="Mean">Mean Q3 of all pairs.</param>
/// <param name="Pairs">Those more than .20 above the mean, the highest first.</param>
public sealed record DependenceInsight(Estimate Mean, IReadOnlyList<LinkedPair> Pairs)
{
    /// <returns>Null where one factor cannot be fitted.</returns>
    internal static DependenceInsight? Of(ScoreTable credits, IReadOnlyList<Guid> items)
    {
        ScoreTable complete = credits.Complete();
        if (Omega.Of(complete).Model is not { } model)
        {
            return null;
        }

        var found = LocalDependence.Of(Residuals(complete, model));
        return new DependenceInsight(
            found.Mean, [.. found.Suspect.OrderByDescending(p => p.Q3.OrNull).Select(p => new LinkedPair(items[p.First], items[p.Second], p.Q3.OrNull!.Value))]);
    }

    private static ScoreTable Residuals(ScoreTable credits, OneFactorModel model)
    {
        double[] means = [.. Enumerable.Range(0, credits.Parts).Select(j => credits.Column(j).Average())];
        double[] weights = [.. model.Loadings.Zip(model.Residuals, (l, t) => l / t)];
        double scale = 1 + model.Loadings.Zip(weights, (l, w) => l * w).Sum();
        double[] factor = new double[credits.Persons];
        for (int j = 0; j < credits.Parts; j++)
        {
            double[] column = credits.Column(j);
            for (int i = 0; i < factor.Length; i++)
            {
                factor[i] += weights[j] * (column[i] - means[j]) / scale;
            }
        }

        return new ScoreTable([.. Enumerable.Range(0, credits.Parts).Select(j =>
            credits.Column(j).Zip(factor, (x, f) => x - means[j] - (model.Loadings[j] * f)).ToArray())]);
    }
}

/// <param name="First">Item version.</param>
public sealed record LinkedPair(Guid First, Guid Second, double Q3);
