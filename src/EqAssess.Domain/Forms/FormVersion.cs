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
    /// <summary>Item versions that count, in their order.</summary>
    public IReadOnlyList<Guid> ItemVersions { get; } = [.. Items.Select(i => i.Version)];

    /// <summary>Choices that a complete attempt holds.</summary>
    public int Choices => Items.Sum(i => ResponseFormats.Get(i.Content.Format).Choices(i.Content));
}

/// <param name="Version">Id of the item version.</param>
public sealed record FormItem(Guid Version, Item Content);
