using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>The checks of one item and its key, the same that a bank's files go through.</summary>
public sealed class ItemChecking(EqAssessDb db, BankLibrary banks, ItemCache cache)
{
    /// <summary>Points of the scale on which authors key.</summary>
    public static IReadOnlyList<int> Scale { get; } = [1, 2, 3, 4];

    /// <summary>The key that an item's authors write into, before it has a version.</summary>
    private static readonly Key ByAuthors = new("draft", KeyStatus.Draft, ScoringMethods.Default.Code, Scale, "", new Dictionary<string, KeyedItem>(StringComparer.Ordinal));

    public async Task<IReadOnlyList<BankProblem>> ProblemsAsync(ItemVersionRow row, CancellationToken cancellationToken) =>
        await ProblemsAsync(row.BankId, ItemJson.Read(row.Content), await banks.AuthorsKeyOfAsync(row, cancellationToken), cancellationToken);

    /// <summary>Errors first; paths start at the item, and those of the key name options by their id.</summary>
    /// <param name="key">Null where nobody has keyed the item.</param>
    public async Task<IReadOnlyList<BankProblem>> ProblemsAsync(Guid bank, Item item, KeyedItem? key, CancellationToken cancellationToken)
    {
        Bank head = await banks.HeadAsync(bank, cancellationToken);
        return
        [
            .. ItemChecks.Problems(item, head.Domains, head.Language)
                .Concat(BankChecks.Beside(item, await LiveAsync(bank, cancellationToken)))
                .Concat(key is null ? [] : KeyChecks.ItemProblems(key, item, ByAuthors, head.Language).Select(Worded))
                .OrderBy(p => p.Severity),
        ];
    }

    private async Task<IReadOnlyList<Item>> LiveAsync(Guid bank, CancellationToken cancellationToken)
    {
        List<string> digests = await db.ItemVersions.Where(v => v.BankId == bank && v.Current).Select(v => v.Digest).ToListAsync(cancellationToken);
        List<Item> known = [.. digests.Select(cache.Find).OfType<Item>()];
        return known.Count == digests.Count
            ? known
            : [.. (await db.ItemVersions.Where(v => v.BankId == bank && v.Current).Select(v => new { v.Digest, v.Content }).ToListAsync(cancellationToken)).Select(v => cache.Get(v.Digest, v.Content))];
    }

    // While an author writes, an option without a number is unfinished, not off the scale.
    private static BankProblem Worded(BankProblem problem) =>
        problem is { Code: "off-scale", Place: Place.InContent { Path: var path } } && problem.Message.StartsWith("effectiveness 0 ", StringComparison.Ordinal)
            ? BankProblem.Error("missing", path, $"option '{path.Split('/')[1]}' has no effectiveness yet: choose 1 to 4")
            : problem;
}
