using System.CommandLine;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;

namespace EqAssess.Cli.Stats;

/// <summary><c>eqassess stats reliability FILE</c>: alpha with its limits, omega, and what each item does for them.</summary>
internal static class StatsReliability
{
    private const string Description =
        "Alpha with Feldt's limits, omega and item statistics. Rows with an empty cell are left out, unless --pairwise.";

    public static Command Command()
    {
        var options = new StatsOptions();
        var pairwise = new Option<bool>("--pairwise") { Description = "Alpha of the pool from pairwise covariances, 50 rows for every pair; n is then the fewest of any pair." };
        var form = new Option<string?>("--form") { Description = "The column that names each row's form: alpha of each form as well." };
        var seed = new Option<long?>("--seed") { Description = "Also limits of omega, by drawing the rows again with this seed; 2,000 draws, 500 of very large files." };
        return options.Command(
            "reliability", Description, parsed => Run(parsed, options, parsed.GetValue(pairwise), parsed.GetValue(form), parsed.GetValue(seed)), pairwise, form, seed);
    }

    private static Figures Run(ParseResult parsed, StatsOptions options, bool pairwise, string? form, long? seed)
    {
        CsvTable table = options.Read(parsed);
        string[] columns = Scores.Chosen(table, parsed.GetValue(options.Columns), parsed.GetValue(options.Id), form);
        ScoreTable scores = Scores.Of(table, columns);
        double max = options.Most(parsed, scores);
        var analysis = ItemAnalysis.Of(scores);
        Estimate alpha = pairwise ? AlphaOfPool.Of(scores) : analysis.Alpha;
        int n = pairwise ? CovarianceMatrix.Of(scores).FewestPairs : analysis.Persons;
        (Estimate lower, Estimate upper) = alpha.OrNull is double known ? AlphaLimits.Of(known, n, analysis.Parts) : (alpha, alpha);
        var omega = Omega.Of(scores);
        Figures figures = new Figures().Put("n", n).Put("k", analysis.Parts).Put("rowsLeftOut", table.Count - analysis.Persons)
            .Put("alpha", alpha).Put("alphaLower95", lower).Put("alphaUpper95", upper).Put("omegaTotal", omega.Total)
            .Put("mean", analysis.Mean).Put("sd", analysis.StandardDeviation).Put("sem", Error(analysis));
        Fit(figures, omega, analysis.Persons);
        if (seed is long chosen)
        {
            Limits(figures, scores, omega, chosen);
        }

        if (form is not null)
        {
            figures.Put("forms", AlphaByForm.Of(scores, table.Column(form)).Select(Of));
        }

        return figures.Put("items", analysis.Items.Zip(columns, (item, name) => Of(item, name, max)));
    }

    private static Estimate Error(ItemAnalysis analysis) => analysis.Alpha.OrNull is double alpha && analysis.StandardDeviation.OrNull is double sd
        ? ErrorOfMeasurement.StandardError(sd, alpha)
        : analysis.Alpha;

    private static void Fit(Figures figures, Omega omega, int persons)
    {
        if (omega.Model is { Fit: var fit })
        {
            figures.Put("omegaCfi", fit.Cfi).Put("omegaRmsea", fit.Rmsea).Put("omegaSrmr", fit.Srmr)
                .Put("omegaMayBeReported", persons >= Omega.FewestPersonsForReports);
        }
    }

    private static void Limits(Figures figures, ScoreTable scores, Omega omega, long seed)
    {
        BootstrapLimits limits = ReliabilityBootstrap.Of(scores, [c => omega.Model is { } model ? Omega.Near(model, c) : omega.Total], seed)[0];
        figures.Put("omegaLower95", limits.Lower).Put("omegaUpper95", limits.Upper).Put("omegaDraws", limits.Draws).Put("omegaDrawsFailed", limits.Failed);
    }

    private static Figures Of(AlphaByForm form) => new Figures().Put("form", form.Form).Put("n", form.Persons).Put("k", form.Parts)
        .Put("alpha", form.Alpha).Put("sd", form.StandardDeviation);

    private static Figures Of(ItemStatistics item, string name, double max) => new Figures().Put("item", name).Put("mean", item.Mean)
        .Put("facility", max > 0 && item.Mean.OrNull is double mean ? mean / max : item.Mean.MissingBecause ?? NoEstimate.NotEstimable)
        .Put("itemTotal", item.ItemTotal).Put("itemRest", item.ItemRest).Put("alphaIfDeleted", item.AlphaIfDeleted);
}
