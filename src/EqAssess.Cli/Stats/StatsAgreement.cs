using System.CommandLine;
using System.Globalization;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;

namespace EqAssess.Cli.Stats;

/// <summary><c>eqassess stats agreement FILE --scale A</c>: what judges (columns) say of options (rows), and how much they agree.</summary>
internal static class StatsAgreement
{
    public static Command Command()
    {
        var options = new StatsOptions();
        var scale = new Option<int>("--scale") { CustomParser = StatsOptions.Whole, Description = "A: the points of the rating scale are 1 to A.", Required = true };
        return options.Command(
            "agreement",
            "Agreement of judges: rows are options, columns judges, cells ratings from 1 to A. A judge with an empty cell is left out.",
            parsed => Run(parsed, options, parsed.GetRequiredValue(scale)),
            scale);
    }

    private static Figures Run(ParseResult parsed, StatsOptions options, int points)
    {
        if (points < 2)
        {
            throw new InputProblem("--scale: a rating scale has two points at least");
        }

        CsvTable table = options.Read(parsed);
        string[] columns = Scores.Chosen(table, parsed.GetValue(options.Columns), parsed.GetValue(options.Id));
        string[] names = options.Ids(parsed, table);
        ScoreTable all = Scores.Of(table, columns);
        Check(table, all, columns, points);
        ScoreTable judges = JudgeColumns.Complete(all);
        if (judges.Parts == 0)
        {
            throw new InputProblem($"{table.File}: no judge has rated every option");
        }

        IReadOnlyList<int>[] ratings = [.. JudgeColumns.Rows(judges).Select(row => row.Select(r => (int)r).ToArray())];
        Figures figures = new Figures().Put("judges", judges.Parts).Put("judgesLeftOut", all.Parts - judges.Parts)
            .Put("rwgJ", Rwg.OfBlock(ratings, points));
        JudgeColumns.Put(figures, "icc2k", IntraclassCorrelation.Of(JudgeColumns.Rows(judges)).AgreementOfMean);
        return figures.Put("options", ratings.Zip(names, (r, name) => Of(name, r, points)));
    }

    private static Figures Of(string name, IReadOnlyList<int> ratings, int points)
    {
        double[] values = [.. ratings.Select(r => (double)r)];
        return new Figures().Put("option", name).Put("mean", Descriptive.Mean(values)).Put("sd", Descriptive.StandardDeviation(values))
            .Put("median", Descriptive.Median(values)).Put("rwg", Rwg.Of(ratings, points)).Put("adM", AverageDeviation.Of(ratings))
            .Put("aWg", Awg.Of(ratings, 1, points)).Put("share", KeyRule.Judge(ratings, new RatingRange(1, points)).SameSideShare);
    }

    private static void Check(CsvTable table, ScoreTable all, string[] columns, int points)
    {
        for (int j = 0; j < all.Parts; j++)
        {
            int wrong = Array.FindIndex(all.Column(j), r => !double.IsNaN(r) && (r != Math.Floor(r) || r < 1 || r > points));
            if (wrong >= 0)
            {
                throw new InputProblem(string.Create(
                    CultureInfo.InvariantCulture, $"{table.Where(wrong, table.Place(columns[j]))}: {all.Column(j)[wrong]} is not a whole number from 1 to {points}"));
            }
        }
    }
}
