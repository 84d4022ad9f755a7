namespace EqAssess.Domain.Banks;

/// <summary>One thing that is wrong with a bank or with a key of it, and its cure in plain words.</summary>
/// <param name="Code">What is wrong, for programs: kebab-case, stable.</param>
public sealed record BankProblem(string Code, ProblemSeverity Severity, Place Place, string Message)
{
    public static BankProblem Error(string code, string path, string message) =>
        new(code, ProblemSeverity.Error, new Place.InContent(path), message);

    public static BankProblem Warning(string code, string path, string message) =>
        new(code, ProblemSeverity.Warning, new Place.InContent(path), message);

    /// <summary>The same problem, seen from the content that holds this one at <paramref name="path"/>.</summary>
    public BankProblem Within(string path) =>
        Place is Place.InContent here ? this with { Place = here.Within(path) } : this;
}

/// <summary>An error keeps a bank from being published; a warning asks a person to look.</summary>
public enum ProblemSeverity
{
    Error,
    Warning,
}

/// <summary>Where a problem stands: in content as such, or in the file that the content came from.</summary>
public abstract record Place
{
    private Place()
    {
    }

    /// <param name="Path">Field names, ids and positions from 0, joined by slashes, for example <c>items/3/options/0/text</c>; empty for the whole.</param>
    public sealed record InContent(string Path) : Place
    {
        public InContent Within(string outer) => new(Path.Length == 0 ? outer : $"{outer}/{Path}");
    }

    /// <param name="File">Relative, with slashes.</param>
    /// <param name="Line">From 1.</param>
    public sealed record InFile(string File, int Line) : Place;
}
