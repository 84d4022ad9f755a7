using System.Diagnostics;
using System.Globalization;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using YamlDotNet.RepresentationModel;

namespace EqAssess.Benchmarks;

/// <summary>Reading a bank with all checks, beside YamlDotNet making nodes of the same texts and nothing else.</summary>
internal static class BankCheckBenchmark
{
    private const int Runs = 5;

    public static void Run(int items, TextWriter output)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-benchmark-");
        try
        {
            SyntheticBank.Write(folder.FullName, items);
            string[] texts = [.. folder.EnumerateFiles("*.yaml", SearchOption.AllDirectories).Select(file => File.ReadAllText(file.FullName))];
            BankReading reading = BankReader.Read(folder.FullName);
            if (reading.Bank is null)
            {
                throw new InvalidOperationException($"The bank has errors: {ProblemLine.Of(reading.Problems.First(p => p.Severity == ProblemSeverity.Error))}");
            }

            double parsing = Measuring.Median(Runs, () => ParseAll(texts));
            double checking = Measuring.Median(Runs, () => BankReader.Read(folder.FullName));
            Print(items, texts, reading, parsing, checking, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void ParseAll(string[] texts)
    {
        foreach (string text in texts)
        {
            new YamlStream().Load(new StringReader(text));
        }
    }

    private static void Print(int items, string[] texts, BankReading reading, double parsing, double checking, TextWriter output)
    {
        var invariant = CultureInfo.InvariantCulture;
        output.WriteLine(string.Create(invariant, $"{items} items and their key: {texts.Length} files, {texts.Sum(t => (long)t.Length) / 1e6:0.0} MB, {reading.Problems.Count} warnings; medians of {Runs} runs, {Environment.ProcessorCount} processors, .NET {Environment.Version}."));
        output.WriteLine();
        output.WriteLine("| step | ms | ratio |");
        output.WriteLine("|---|--:|--:|");
        output.WriteLine(string.Create(invariant, $"| YAML to nodes (YamlDotNet) | {parsing:0} | 1.0 |"));
        output.WriteLine(string.Create(invariant, $"| read with all checks (BankReader) | {checking:0} | {checking / parsing:0.0} |"));
        output.WriteLine();
        output.WriteLine(string.Create(invariant, $"Peak memory of the process: {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MB."));
    }
}
