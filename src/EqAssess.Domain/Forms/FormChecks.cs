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

    /// <summary>What is wrong with the sections of a form; nothing for a form in one piece.</summary>
    /// <param name="items">In the order of the form.</param>
    public static IEnumerable<FormProblem> OfSections(IReadOnlyList<FormSection> sections, TimeSpan limit, IReadOnlyList<Item> items)
    {
        if (sections.Count == 0)
        {
            yield break;
        }

        if (sections.Any(s => s.Items < 1 || string.IsNullOrWhiteSpace(s.Title)) || sections.Sum(s => s.Items) != items.Count)
        {
            yield return new FormProblem.SectionsDoNotCover(sections.Sum(s => Math.Max(0, s.Items)), items.Count);
            yield break;
        }

        int from = 0;
        foreach ((int i, FormSection section) in sections.Index())
        {
            TimeSpan least = TimeLimitRule.Least(items.Skip(from).Take(section.Items));
            from += section.Items;
            if (section.Limit < least)
            {
                yield return new FormProblem.SectionTooShort(i + 1, least);
            }
        }

        TimeSpan together = TimeSpan.FromTicks(sections.Sum(s => s.Limit?.Ticks ?? 0));
        if (together > limit)
        {
            yield return new FormProblem.SectionsTooLong(together);
        }
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

    /// <summary>The sections hold another number of items than the form, or one has no items or no title.</summary>
    public sealed record SectionsDoNotCover(int InSections, int Items) : FormProblem;

    /// <param name="Number">From 1.</param>
    /// <param name="Least">The least limit that its items allow, unrounded.</param>
    public sealed record SectionTooShort(int Number, TimeSpan Least) : FormProblem;

    /// <summary>The sections' limits together are longer than the form's: candidates would lose what they were promised.</summary>
    public sealed record SectionsTooLong(TimeSpan Together) : FormProblem;

    public sealed record TooMuchTime(TimeSpan Longest) : FormProblem;
}
