namespace EqAssess.Data.BankFiles;

/// <summary>Where a path leads once every symbolic link in it is followed, also links within the targets of links.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <exception cref="IOException">The links run in a circle.</exception>
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path);
        string real = RootOf(full);
        var ahead = new Stack<string>(Segments(full).Reverse());
        int links = 0;
        while (ahead.TryPop(out string? segment))
        {
            if (segment == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
            }
            else if (new FileInfo(Path.Combine(real, segment)).LinkTarget is { } target)
            {
                if (++links > MostLinks)
                {
                    throw new IOException($"The symbolic links of {path} run in a circle.");
                }

                real = Path.IsPathRooted(target) ? RootOf(target) : real;
                foreach (string next in Segments(target).Reverse())
                {
                    ahead.Push(next);
                }
            }
            else
            {
                real = Path.Combine(real, segment);
            }
        }

        return real;
    }

    /// <summary>Whether a real path lies in a real folder, or is it.</summary>
    public static bool IsWithin(string folder, string path)
    {
        string relative = Path.GetRelativePath(folder, path);
        return relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
    }

    private static string RootOf(string path) => Path.GetPathRoot(path) ?? "";

    private static IEnumerable<string> Segments(string path) =>
        path[RootOf(path).Length..]
            .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
            .Where(segment => segment != ".");
}
