namespace EqAssess.Domain.Statistics.Irt;

/// <summary>Item parameters by marginal maximum likelihood with the EM algorithm (Bock &amp; Aitkin 1981); persons are a standard normal group.</summary>
/// <remarks>
/// Answers that are missing are left out of a person's likelihood. Slopes stay within .05 and 5. Iterates until the log-likelihood gains
/// less than the tolerance. The work is cut into a fixed number of blocks that are added in order, so the result is the same on any number
/// of processors. Expected values: R (optim), oracle case 16_irt_mml_grm.
/// </remarks>
/// <param name="Parts">In the order of the table; null for a part whose persons all have one score.</param>
/// <param name="Categories">Of each part, as they were calibrated.</param>
/// <param name="Persons">One estimate per person.</param>
/// <param name="LogLikelihood">Marginal, of all answers.</param>
/// <param name="Converged">False: 500 cycles did not do, or the data hold nothing to calibrate; keep to classical statistics.</param>
public sealed record Calibration(
    IReadOnlyList<ResponseModel?> Parts,
    IReadOnlyList<ScoreCategories> Categories,
    IReadOnlyList<TraitEstimate> Persons,
    double LogLikelihood,
    bool Converged,
    int Cycles)
{
    /// <summary>Fewer first attempts: no calibration for anybody.</summary>
    public const int FewestForResearch = 250;

    /// <summary>Fewer first attempts per part: no calibrated scoring.</summary>
    public const int FewestForScoring = 500;

    /// <param name="scores">Any scores; <see cref="ScoreCategories"/> says how they become categories.</param>
    /// <param name="family">Which model; parts with two categories are the two-parameter model in both.</param>
    public static Calibration Of(ScoreTable scores, ModelFamily family, CalibrationOptions? options = null)
    {
        CalibrationOptions chosen = options ?? new CalibrationOptions();
        ScoreCategories[] categories = [.. Enumerable.Range(0, scores.Parts).Select(j => ScoreCategories.Of(scores.Column(j), chosen.FewestPerCategory))];
        int[] varying = [.. Enumerable.Range(0, scores.Parts).Where(j => categories[j].Values.Count > 1)];
        var em = new ExpectationMaximisation(Patterns(scores, categories, varying), [.. varying.Select(j => categories[j].Counts)], family, chosen);
        bool converged = varying.Length > 0 && em.Run();
        ResponseModel?[] parts = new ResponseModel?[scores.Parts];
        foreach ((int place, int part) in varying.Index())
        {
            parts[part] = em.Parts[place];
        }

        return new Calibration(parts, categories, em.Scored(), em.LogLikelihood, converged, em.Cycles);
    }

    /// <summary>
    /// The limit that a slope stands at, null for none. At the lower one a part tells nothing of the trait, or runs against the others (is it
    /// keyed the wrong way round?), and its thresholds mean nothing; at the upper one it is nearly a step.
    /// </summary>
    public static double? LimitOf(ResponseModel part) => part.Slope <= PartFit.LeastSlope ? PartFit.LeastSlope : part.Slope >= PartFit.MostSlope ? PartFit.MostSlope : null;

    /// <summary>Observed less expected score of every answer at the person's EAP, NaN where there is none: what <see cref="Items.LocalDependence"/> asks for.</summary>
    public ScoreTable Residuals(ScoreTable scores) => new(
        [.. Parts.Select((part, j) => scores.Column(j).Select((score, i) => part is null || double.IsNaN(score) || Persons[i].Eap.OrNull is not double theta
            ? double.NaN
            : Categories[j].Of(score) - part.Expected(theta)).ToArray())]);

    private static short[][] Patterns(ScoreTable scores, ScoreCategories[] categories, int[] varying)
    {
        short[][] patterns = new short[scores.Persons][];
        for (int i = 0; i < patterns.Length; i++)
        {
            patterns[i] = Array.ConvertAll(varying, j => categories[j].Of(scores.Column(j)[i]));
        }

        return patterns;
    }
}

public enum ModelFamily
{
    /// <summary><see cref="GradedModel"/>.</summary>
    Graded,

    /// <summary><see cref="PartialCreditModel"/>.</summary>
    PartialCredit,
}

/// <param name="Tolerance">In log-likelihood of all answers together.</param>
/// <param name="FewestPerCategory">1 keeps every score that occurs; calibrated scoring uses <see cref="ScoreCategories.FewestForScoring"/>.</param>
public sealed record CalibrationOptions(double Tolerance = 1e-6, int MostCycles = 500, int FewestPerCategory = 1, int Nodes = 121);
