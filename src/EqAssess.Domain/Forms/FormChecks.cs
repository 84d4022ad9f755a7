using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;

namespace EqAssess.Domain.Forms;

/// <summary>What keeps a form from being published.</summary>
public static class FormChecks
{
    /// <summary>Longest limit that a form may have.</summary>
    public static readonly TimeSpan LongestLimit = TimeSpan.FromHours(4);

    /// <param name="items">In the order of the form, pretest items among them.</param>
    /// <param name="pretest">Items that are tried out and do not count; null for none.</param>
    /// <returns>Every problem; empty when the form can be published.</returns>
    public static IReadOnlyList<FormProblem> Of(string title, TimeSpan limit, IReadOnlyList<Item> items, IReadOnlyCollection<Item>? pretest = null)
    {
        var problems = new List<FormProblem>();
        if (string.IsNullOrWhiteSpace(title))
        {
            problems.Add(new FormProblem.NoTitle());
        }

        if (items.Count <= (pretest?.Count ?? 0))
        {
            problems.Add(new FormProblem.NoItems());
            return problems;
        }

        problems.AddRange(items.Where(i => i.Use == ItemUse.Practice).Select(i => new FormProblem.PracticeItem(i.Id)));
        problems.AddRange(items.Where(i => !ResponseFormats.Get(i.Format).HasPage).Select(i => new FormProblem.NoPage(i.Id, i.Format)));
        problems.AddRange(items.GroupBy(i => i.Id).Where(g => g.Count() > 1).Select(g => new FormProblem.ItemTwice(g.Key)));
        problems.AddRange(Enemies(items));
        TimeSpan least = TimeLimitRule.Least(items);
        if (limit < least)
        {
            problems.Add(new FormProblem.TooLittleTime(least));
        }

        if (limit > LongestLimit)
        {
            problems.Add(new FormProblem.TooMuchTime(LongestLimit));
        }

        return problems;
    }

    private static IEnumerable<FormProblem> Enemies(IReadOnlyList<Item> items) =>
        from first in items.Index()
        from second in items.Skip(first.Index + 1)
        where first.Item.Enemies.Contains(second.Id) || second.Enemies.Contains(first.Item.Id)
        select new FormProblem.Enemies(first.Item.Id, second.Id);
}

/// <summary>One reason why a form cannot be published.</summary>
public abstract record FormProblem
{
    private FormProblem()
    {
    }

    public sealed record NoTitle : FormProblem;

    public sealed record NoItems : FormProblem;

    public sealed record PracticeItem(string ItemId) : FormProblem;

    /// <summary>The item's format can be scored and has no page to answer it on.</summary>
    public sealed record NoPage(string ItemId, string Format) : FormProblem;

    public sealed record ItemTwice(string ItemId) : FormProblem;

    /// <param name="Least">The least limit that the chosen items allow, unrounded.</param>
    public sealed record TooLittleTime(TimeSpan Least) : FormProblem;

    /// <summary>Two items that may not stand in one form.</summary>
    public sealed record Enemies(string First, string Second) : FormProblem;

    /// <param name="Strategy">Code of the strategy that earns most without reading.</param>
    /// <param name="Points">What it earns above chance in points of 100, in the best order of options that was found.</param>
    public sealed record BlindAnswers(string Strategy, double Points) : FormProblem;

    /// <summary>The bank has no key yet.</summary>
    public sealed record NoKey : FormProblem;

    /// <param name="Problem">Why the key cannot score the chosen items, in technical words.</param>
    public sealed record NotScorable(string Problem) : FormProblem;

    public sealed record TooMuchTime(TimeSpan Longest) : FormProblem;
}
