using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;

namespace EqAssess.Domain.Forms;

/// <summary>A frozen list of item versions in their order, with a time limit. Immutable.</summary>
/// <param name="Practice">Shown before the clock starts; never counted.</param>
public sealed record FormVersion(
    Guid Id,
    string Title,
    string Language,
    TimeSpan TimeLimit,
    IReadOnlyList<FormItem> Items,
    IReadOnlyList<FormItem> Practice)
{
    /// <summary>Empty where the form is one piece; otherwise they cover the items in their order, and a section that was left stays left.</summary>
    public IReadOnlyList<FormSection> Sections { get; init; } = [];

    /// <summary>Item versions that are shown and answered, in their order; pretest items are among them.</summary>
    public IReadOnlyList<Guid> ItemVersions { get; } = [.. Items.Select(i => i.Version)];

    /// <summary>Item versions that count, in their order: what is scored.</summary>
    public IReadOnlyList<Guid> CountingVersions { get; } = [.. Items.Where(i => !i.Pretest).Select(i => i.Version)];

    /// <summary>Choices that a complete attempt holds.</summary>
    public int Choices => Items.Sum(i => ResponseFormats.Get(i.Content.Format).Choices(i.Content));

    /// <summary>The form as one person takes it, with equivalent items in the places of those that they are spared.</summary>
    /// <param name="by">By the versions whose places they take. What is tried out stays tried out.</param>
    public FormVersion Replacing(IReadOnlyDictionary<Guid, FormItem> by) => new(
        Id,
        Title,
        Language,
        TimeLimit,
        [.. Items.Select(i => by.TryGetValue(i.Version, out FormItem? other) ? other with { Pretest = i.Pretest } : i)],
        Practice)
    {
        Sections = Sections,
    };
}

/// <param name="Version">Id of the item version.</param>
/// <param name="Content">As it stands in the bank, and in the log: what a response is read against.</param>
public sealed record FormItem(Guid Version, Item Content)
{
    /// <summary>Tried out: shown and answered like the others, and never counted. Candidates are not told which.</summary>
    public bool Pretest { get; init; }

    /// <summary>Option ids in the order in which every candidate of the form sees them; null for the order of the item.</summary>
    public IReadOnlyList<string>? OptionOrder { get; init; }

    /// <summary>The item as candidates see it. Ids stay with their options, so a response means the same in every order.</summary>
    public Item Shown => OptionOrder is null ? Content : Content with { Options = [.. OptionOrder.Select(id => Content.Options.Single(o => o.Id == id))] };
}

/// <summary>A part of a form.</summary>
/// <param name="Items">How many items it holds, at least one.</param>
/// <param name="Limit">Time limit of its own, within that of the form; null for none.</param>
public sealed record FormSection(string Title, int Items, TimeSpan? Limit);
