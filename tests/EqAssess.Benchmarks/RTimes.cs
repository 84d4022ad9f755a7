using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using EqAssess.Domain.Statistics;

namespace EqAssess.Benchmarks;

/// <summary>What R needs for the same work on the same numbers, reading the file not counted.</summary>
/// <param name="Alpha">Milliseconds of psych::alpha.</param>
/// <param name="Dif">Milliseconds of mantelhaen.test over all items, tables included.</param>
internal sealed record RTimes(string Version, double Alpha, double Dif, double AlphaValue, IReadOnlyList<double> OddsRatios)
{
    private const string Script = """
        args <- commandArgs(TRUE)
        suppressMessages(library(psych))
        d <- as.matrix(read.csv(args[1])); X <- d[, -1]; G <- factor(d[, 1], c(0, 1)); runs <- as.integer(args[2])
        ms <- function(f) median(sapply(seq_len(runs), function(i) 1000 * system.time(f())[["elapsed"]]))
        a <- psych::alpha(X, check.keys = FALSE)
        loop <- function() { s <- rowSums(X); sapply(seq_len(ncol(X)), function(j) {
          t <- table(G, factor(1 - X[, j]), s); t <- t[, , apply(t, 3, sum) > 1]; mantelhaen.test(t)$estimate }) }
        o <- loop()
        cat(R.version.string, ms(function() psych::alpha(X, check.keys = FALSE)), ms(loop), sprintf("%.15g", a$total$raw_alpha), sprintf("%.15g", o), sep = "\n")
        """;

    /// <returns>Null without R or its package psych.</returns>
    public static RTimes? Measure(ScoreTable scores, bool[] focal, int runs)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-benchmark-");
        try
        {
            (string data, string script) = (Path.Combine(folder.FullName, "data.csv"), Path.Combine(folder.FullName, "run.R"));
            File.WriteAllLines(data, [$"g,{string.Join(',', Enumerable.Range(1, scores.Parts).Select(j => $"q{j}"))}", .. Lines(scores, focal)]);
            File.WriteAllText(script, Script);
            var start = new ProcessStartInfo("Rscript", [script, data, runs.ToString(CultureInfo.InvariantCulture)]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            _ = process.StandardError.ReadToEndAsync();
            string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            return process.ExitCode == 0 ? Of(lines) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static RTimes Of(string[] lines)
    {
        double[] numbers = [.. lines.Skip(1).Select(l => double.Parse(l, CultureInfo.InvariantCulture))];
        return new RTimes(lines[0], numbers[0], numbers[1], numbers[2], numbers[3..]);
    }

    private static IEnumerable<string> Lines(ScoreTable scores, bool[] focal) => Enumerable.Range(0, scores.Persons)
        .Select(i => $"{(focal[i] ? 1 : 0)},{string.Join(',', Enumerable.Range(0, scores.Parts).Select(j => scores.Column(j)[i].ToString(CultureInfo.InvariantCulture)))}");
}
