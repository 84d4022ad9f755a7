namespace EqAssess.Testing;

/// <summary>Where the site is that was built with the tests that run.</summary>
public static class BuiltSite
{
    /// <summary>Its content root.</summary>
    public static string Folder { get; } = Path.Combine(SourceTree.Root, "src", "EqAssess.Web");

    public static string QuestionBanks { get; } = Path.Combine(SourceTree.Root, "question-banks");

    /// <summary>Of the same configuration (Debug or Release) as the tests.</summary>
    public static string Assembly { get; } = Path.Combine(Folder, "bin", Output.Parent!.Name, Output.Name, "EqAssess.Web.dll");

    private static DirectoryInfo Output => new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
}
