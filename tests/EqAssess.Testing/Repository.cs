namespace EqAssess.Testing;

/// <summary>Where things are in the clone that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string QuestionBanks { get; } = Path.Combine(Root, "question-banks");

    public static string Web { get; } = Path.Combine(Root, "src", "EqAssess.Web");

    /// <summary>The built site, of the same configuration (Debug or Release) as the tests that run.</summary>
    public static string WebAssembly { get; } = Path.Combine(Web, "bin", Configuration, Framework, "EqAssess.Web.dll");

    private static DirectoryInfo Output => new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private static string Framework => Output.Name;

    private static string Configuration => Output.Parent!.Name;

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EqAssess.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"There is no EqAssess.sln above {AppContext.BaseDirectory}.");
    }
}
