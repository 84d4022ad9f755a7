using System.CommandLine;
using System.Globalization;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Irt;

namespace EqAssess.Cli.Stats;

/// <summary><c>eqassess stats irt FILE --model 2pl|grm|gpcm</c>: item parameters, and on request everybody's place on the trait.</summary>
internal static class StatsIrt
{
    private const int MostCategories = 100;

    public static Command Command()
    {
        var options = new StatsOptions();
        var model = new Option<string>("--model") { Description = "2pl for items of two scores, grm (graded responses) or gpcm (partial credit) for any.", Required = true };
        model.AcceptOnlyFromAmong("2pl", "grm", "gpcm");
        var scores = new Option<string?>("--scores") { Description = "A CSV file to write: id, EAP and PSD of every row." };
        var collapse = new Option<int>("--collapse") { CustomParser = StatsOptions.Whole, Description = "Join a score that fewer rows have with its neighbour; 1 by default, which joins none that occurs.", DefaultValueFactory = _ => 1 };
        return options.Command(
            "irt",
            "Item parameters by marginal maximum likelihood (EM); the trait has mean 0 and SD 1. Empty cells are left out of a row's likelihood.",
            parsed => Run(parsed, options, parsed.GetRequiredValue(model), parsed.GetValue(scores), parsed.GetValue(collapse)),
            model, scores, collapse);
    }

    private static Figures Run(ParseResult parsed, StatsOptions options, string model, string? file, int collapse)
    {
        CsvTable table = options.Read(parsed);
        string[] columns = Scores.Chosen(table, parsed.GetValue(options.Columns), parsed.GetValue(options.Id));
        string[] ids = options.Ids(parsed, table);
        ScoreTable scores = Scores.Of(table, columns);
        if (collapse < 1)
        {
            throw new InputProblem("--collapse: at least 1");
        }

        if (columns.Index().FirstOrDefault(c => ScoreCategories.Of(scores.Column(c.Index), collapse).Values.Count > MostCategories) is { Item: { } finely })
        {
            throw new InputProblem(string.Create(CultureInfo.InvariantCulture, $"{table.File}: column '{finely}': more than {MostCategories} different scores; join rare ones with --collapse"));
        }

        var got = Calibration.Of(
            scores, model == "gpcm" ? ModelFamily.PartialCredit : ModelFamily.Graded, new CalibrationOptions(FewestPerCategory: collapse));
        foreach ((string name, ScoreCategories found) in columns.Zip(got.Categories).Where(c => model == "2pl" && c.Second.Values.Count > 2))
        {
            throw new InputProblem($"{table.File}: column '{name}': {found.Values.Count} different scores, and 2pl takes two; use grm or gpcm");
        }

        if (file is not null)
        {
            Write(file, ids, got.Persons);
        }

        bool fitted = got.Parts.Any(p => p is not null);
        return new Figures().Put("model", model).Put("n", got.Persons.Count(p => p.Eap.OrNull is not null))
            .Put("logLikelihood", fitted ? got.LogLikelihood : null, nameof(NoEstimate.ZeroVariance)).Put("converged", got.Converged).Put("cycles", got.Cycles)
            .Put("empiricalReliability", TraitEstimate.EmpiricalReliability(got.Persons))
            .Put("items", got.Parts.Select((part, j) => Of(columns[j], part, got.Categories[j])));
    }

    private static Figures Of(string name, ResponseModel? part, ScoreCategories categories)
    {
        Figures row = new Figures().Put("item", name).Put("a", part?.Slope, categories.Counts.Count == 0 ? nameof(NoEstimate.InsufficientData) : nameof(NoEstimate.ZeroVariance));
        if (part is not null && Calibration.LimitOf(part) is { } limit)
        {
            row.Put("slopeAtLimit", limit);
        }

        return row.Put("b", part?.Thresholds ?? []).Put("scores", categories.Values).Put("counts", categories.Counts.Select(c => (double)c));
    }

    private static void Write(string file, string[] ids, IReadOnlyList<TraitEstimate> persons)
    {
        try
        {
            File.WriteAllLines(file, ["id,eap,psd", .. persons.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{Quoted(ids[i])},{p.Eap.OrNull:R},{p.Psd.OrNull:R}"))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputProblem($"'{file}' cannot be written: {e.Message}");
        }
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
