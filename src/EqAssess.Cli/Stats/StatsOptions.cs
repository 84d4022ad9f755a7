using System.CommandLine;
using System.CommandLine.Parsing;

namespace EqAssess.Cli.Stats;

/// <summary>What the verbs of <c>eqassess stats</c> have in common.</summary>
internal sealed class StatsOptions
{
    public Argument<string> File { get; } = new("FILE") { Description = "A CSV file with a header; an empty cell or NA is missing." };

    public Option<string?> Columns { get; } = new("--columns") { Description = "Columns to use, with commas between; all that have no other part to play by default." };

    public Option<string?> Id { get; } = new("--id") { Description = "The column that names the rows." };

    public Option<double?> Max { get; } = new("--max") { CustomParser = Number, Description = "The largest score that an item can have; the largest in the file by default." };

    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON object with unrounded numbers." };

    /// <summary>A command whose action may meet an <see cref="InputProblem"/>: it is said, and the exit code is 1.</summary>
    public Command Command(string name, string description, Func<ParseResult, Figures> run, params Option[] more)
    {
        var command = new Command(name, description) { File, Columns, Id, Max, Json };
        foreach (Option option in more)
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
        {
            try
            {
                Figures figures = run(parsed);
                parsed.InvocationConfiguration.Output.Write(parsed.GetValue(Json) ? figures.Json() : figures.Table());
                return 0;
            }
            catch (InputProblem problem)
            {
                parsed.InvocationConfiguration.Error.WriteLine(problem.Message);
                return 1;
            }
        });
        return command;
    }

    /// <summary>A number, or a message in words.</summary>
    private static double? Number(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
        {
            return number;
        }

        result.AddError($"{result.Argument.Name}: '{text}' is not a number");
        return null;
    }

    /// <summary>A whole number, or a message in words.</summary>
    public static int Whole(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        result.AddError($"{result.Argument.Name}: '{text}' is not a whole number");
        return 0;
    }

    public CsvTable Read(ParseResult parsed) => CsvTable.Read(parsed.GetRequiredValue(File));

    /// <summary>The names of the rows: of the column --id, or their numbers from 1.</summary>
    public string[] Ids(ParseResult parsed, CsvTable table) => parsed.GetValue(Id) is { } id
        ? table.Column(id)
        : [.. Enumerable.Range(1, table.Count).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    /// <exception cref="InputProblem">It is not above 0.</exception>
    public double Most(ParseResult parsed, Domain.Statistics.ScoreTable scores) => parsed.GetValue(Max) switch
    {
        null => Scores.Largest(scores),
        double max and > 0 => max,
        _ => throw new InputProblem("--max: the largest score has to be above 0"),
    };
}
