namespace EqAssess.Domain.Statistics.Responding;

/// <summary>Whether somebody fails easy items and masters hard ones, on items scored 0 and 1.</summary>
/// <remarks>
/// Items run from the easiest to the hardest of a group; equally easy ones keep their order. Somebody with no item or every item right has no
/// fit: not estimable, but for the bare count of errors, which is 0. It says something of the data, and only from 15 items on. Expected
/// values: base R and PerFit, oracle case 18_person_fit.
/// </remarks>
public sealed class PersonFit
{
    /// <summary>Fewer items do not make a pattern.</summary>
    public const int FewestItems = 15;

    private readonly int[] order;
    private readonly double[] logOdds;

    /// <param name="facilities">Share of right answers per item in the group.</param>
    public PersonFit(IReadOnlyList<double> facilities)
    {
        order = [.. Enumerable.Range(0, facilities.Count).OrderByDescending(j => facilities[j])];
        logOdds = [.. order.Select(j => Math.Log(facilities[j] / (1 - facilities[j])))];
    }

    /// <summary>Places of the items from the easiest to the hardest.</summary>
    public IReadOnlyList<int> Order => order;

    /// <summary>G: pairs of an easier item that is wrong and a harder one that is right (Guttman 1944).</summary>
    /// <param name="answers">1 right, 0 wrong, in the order of the facilities.</param>
    public int GuttmanErrors(IReadOnlyList<int> answers)
    {
        (int errors, int wrong) = (0, 0);
        foreach (int item in order)
        {
            errors += answers[item] == 1 ? wrong : 0;
            wrong += 1 - answers[item];
        }

        return errors;
    }

    /// <summary>G/(s(K − s)), with s right answers of K: 0 for a perfect order, 1 for the reverse (van der Flier 1977).</summary>
    /// <param name="answers">1 right, 0 wrong, in the order of the facilities.</param>
    public Estimate NormedErrors(IReadOnlyList<int> answers)
    {
        double right = answers.Sum();
        return right == 0 || right == answers.Count ? NoEstimate.NotEstimable : GuttmanErrors(answers) / (right * (answers.Count - right));
    }

    /// <summary>U3 (van der Flier 1982): how far Σ ln(p/(1 − p)) over the right answers lies from the perfect order (0) towards the reverse (1).</summary>
    /// <param name="answers">1 right, 0 wrong, in the order of the facilities.</param>
    /// <returns>Not estimable also where an item was solved by nobody or by everybody; zero variance where all are equally easy.</returns>
    public Estimate U3(IReadOnlyList<int> answers)
    {
        int right = answers.Sum();
        if (right == 0 || right == answers.Count || logOdds.Any(double.IsInfinity))
        {
            return NoEstimate.NotEstimable;
        }

        double perfect = logOdds.Take(right).Sum();
        double reverse = logOdds.TakeLast(right).Sum();
        double got = order.Zip(logOdds, (item, odds) => answers[item] * odds).Sum();
        return perfect - reverse <= 1e-12 ? NoEstimate.ZeroVariance : Math.Clamp((perfect - got) / (perfect - reverse), 0, 1);
    }

    /// <summary>
    /// l_z (Drasgow, Levine &amp; Williams 1985): the log-likelihood of the answers at θ, less its expectation, over its SD. Near 0 for a person
    /// who fits, clearly negative for one who does not.
    /// </summary>
    /// <param name="answers">1 right, 0 wrong; null leaves the item out.</param>
    /// <param name="right">The model's probability of a right answer per item, between 0 and 1.</param>
    /// <returns>Insufficient data without an answer; zero variance where no answer is in doubt (all probabilities one half).</returns>
    public static Estimate Lz(IReadOnlyList<int?> answers, IReadOnlyList<double> right)
    {
        (double distance, double variance) = (0, 0);
        foreach ((int? answer, double p) in answers.Zip(right).Where(a => a.First is not null))
        {
            double odds = Math.Log(p / (1 - p));
            distance += (answer!.Value - p) * odds;
            variance += p * (1 - p) * odds * odds;
        }

        return answers.All(a => a is null) ? NoEstimate.InsufficientData
            : variance <= 1e-12 ? NoEstimate.ZeroVariance
            : distance / Math.Sqrt(variance);
    }
}
