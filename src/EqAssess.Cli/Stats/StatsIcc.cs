using System.CommandLine;
using EqAssess.Domain.Statistics;

namespace EqAssess.Cli.Stats;

/// <summary><c>eqassess stats icc FILE</c>: intraclass correlations of rows (targets) by columns (judges).</summary>
internal static class StatsIcc
{
    public static Command Command()
    {
        var options = new StatsOptions();
        return options.Command("icc", "Two-way intraclass correlations with 95 % limits; rows are targets, columns judges. A judge with an empty cell is left out.", parsed => Run(parsed, options));
    }

    private static Figures Run(ParseResult parsed, StatsOptions options)
    {
        CsvTable table = options.Read(parsed);
        ScoreTable all = Scores.Of(table, Scores.Chosen(table, parsed.GetValue(options.Columns), parsed.GetValue(options.Id)));
        ScoreTable judges = JudgeColumns.Complete(all);
        IntraclassCorrelations icc = IntraclassCorrelation.Of(JudgeColumns.Rows(judges));
        Figures figures = new Figures().Put("n", all.Persons).Put("k", judges.Parts).Put("judgesLeftOut", all.Parts - judges.Parts);
        JudgeColumns.Put(figures, "icc21", icc.AgreementOfOne);
        JudgeColumns.Put(figures, "icc2k", icc.AgreementOfMean);
        JudgeColumns.Put(figures, "icc31", icc.ConsistencyOfOne);
        return JudgeColumns.Put(figures, "icc3k", icc.ConsistencyOfMean);
    }
}
