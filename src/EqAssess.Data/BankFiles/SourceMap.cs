using EqAssess.Domain.Banks;

namespace EqAssess.Data.BankFiles;

/// <summary>Knows from which file and line each part of some content came, so that the checks of the Domain need not.</summary>
/// <param name="whole">Where a problem of the content as a whole is shown.</param>
internal sealed class SourceMap(Place.InFile whole)
{
    private readonly Dictionary<string, Place.InFile> places = new(StringComparer.Ordinal);
    private readonly HashSet<string> spoiled = new(StringComparer.Ordinal);

    /// <summary>The first place of a part counts: its field's name stands before its value.</summary>
    public void Locate(string path, Place.InFile place) => places.TryAdd(path, place);

    /// <summary>The part could not be read and that is said already: what the checks find in it is no news.</summary>
    public void Spoil(string path) => spoiled.Add(path);

    /// <summary>The problems of unspoiled parts, each at the line of its part, or of the nearest part around it.</summary>
    public IEnumerable<BankProblem> Place(IEnumerable<BankProblem> problems) =>
        from problem in problems
        let path = ((Place.InContent)problem.Place).Path
        where !Around(path).Any(spoiled.Contains)
        select problem with { Place = Find(path) };

    private Place.InFile Find(string path) =>
        Around(path).Where(places.ContainsKey).Select(part => places[part]).FirstOrDefault(whole);

    private static IEnumerable<string> Around(string path)
    {
        while (path.Length > 0)
        {
            yield return path;
            path = path[..Math.Max(path.LastIndexOf('/'), 0)];
        }
    }
}
