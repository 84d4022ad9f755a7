using EqAssess.Web.Engines.Jobs;

namespace EqAssess.Testing;

/// <summary>
/// Which engines a run of the contract tests has exercised, and which it has not, and why: lines of the file that the variable
/// <c>EQASSESS_ENGINES</c> names, for the end of <c>test.sh</c>. Without the variable nothing is written.
/// </summary>
public static class EngineRecord
{
    private static readonly Lock OneAtATime = new();
    private static readonly HashSet<string> Written = [];

    public static void JobEngines() => BuiltIn("Jobs", "JobEngine", BuiltInJobEngine.Name, "Quartz", "Hangfire");

    public static void PdfEngines(string builtIn) => BuiltIn("PDF", "PdfEngine", builtIn, "Chromium", "QuestPDF");

    /// <param name="engine">A database that was reached.</param>
    public static void Databases(string engine)
    {
        Exercised("Databases", engine);
        if (Environment.GetEnvironmentVariable("EQASSESS_TEST_SQLSERVER") is not { Length: > 0 })
        {
            SqlServerSkipped();
        }
    }

    public static void SqlServerSkipped() => Skipped("Databases", "SqlServer", "EQASSESS_TEST_SQLSERVER is not set; its scripts are compared");

    public static void Exercised(string kind, string engine) => Write($"{kind}: {engine} exercised");

    public static void Skipped(string kind, string engine, string why) => Write($"{kind}: {engine} skipped ({why})");

    private static void BuiltIn(string kind, string property, string builtIn, params string[] all)
    {
        Exercised(kind, builtIn);
        foreach (string other in all.Where(e => e != builtIn))
        {
            Skipped(kind, other, $"build with -p:{property}={other}");
        }
    }

    private static void Write(string line)
    {
        lock (OneAtATime)
        {
            if (Environment.GetEnvironmentVariable("EQASSESS_ENGINES") is { Length: > 0 } file && Written.Add(line))
            {
                File.AppendAllLines(file, [line]);
            }
        }
    }
}
