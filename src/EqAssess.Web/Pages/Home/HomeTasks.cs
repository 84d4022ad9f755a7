using System.Security.Claims;

namespace EqAssess.Web.Pages.Home;

/// <summary>What one role is asked to do now. Somebody with several roles sees the sections of all of them.</summary>
public abstract class HomeTasks
{
    /// <summary>Lines of one kind at most; what is beyond is counted.</summary>
    private const int Most = 5;

    /// <summary>Who sees the section.</summary>
    public abstract string Policy { get; }

    public abstract string Title { get; }

    /// <summary>What the section says when there is nothing to do.</summary>
    public abstract string Calm { get; }

    /// <summary>The most urgent first.</summary>
    public abstract Task<IReadOnlyList<HomeTask>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken);

    /// <param name="more">The line for those that are left out, from their number.</param>
    protected static IEnumerable<HomeTask> Some<T>(IReadOnlyList<T> needs, Func<T, HomeTask> line, Func<int, HomeTask> more) =>
        [.. needs.Take(Most).Select(line), .. needs.Count > Most ? [more(needs.Count - Most)] : Array.Empty<HomeTask>()];
}

/// <param name="Where">What it is about, for example the name of a campaign.</param>
/// <param name="Link">The page on which it is done.</param>
/// <param name="Act">Label of the link.</param>
public sealed record HomeTask(string Text, string Where, string Link, string Act);

/// <summary>A section as the page shows it.</summary>
public sealed record HomeSection(string Title, string Calm, IReadOnlyList<HomeTask> Tasks);
