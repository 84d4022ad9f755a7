using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Web.Services;

/// <summary>The checks of one item and its key, the same that a bank's files go through.</summary>
public sealed class ItemChecking(BankLibrary banks)
{
    /// <summary>Points of the scale on which authors key.</summary>
    public static IReadOnlyList<int> Scale { get; } = [1, 2, 3, 4];

    /// <summary>The key that an item's authors write into, before it has a version.</summary>
    private static readonly Key ByAuthors = new("draft", KeyStatus.Draft, ScoringMethods.Default.Code, Scale, "", new Dictionary<string, KeyedItem>(StringComparer.Ordinal));

    public async Task<IReadOnlyList<BankProblem>> ProblemsAsync(ItemVersionRow row, CancellationToken cancellationToken)
    {
        Bank head = await banks.HeadAsync(row.BankId, cancellationToken);
        KeyedItem? key = row.KeyProposal is null ? await banks.AuthorsKeyOfAsync(row) : KeyJson.ReadItem(row.KeyProposal);
        return Problems(ItemJson.Read(row.Content), key, head);
    }

    /// <summary>Errors first; paths start at the item, and those of the key name options by their id.</summary>
    public static IReadOnlyList<BankProblem> Problems(Item item, KeyedItem? key, Bank head) =>
    [
        .. ItemChecks.Problems(item, head.Domains, head.Language)
            .Concat(key is null ? [] : KeyChecks.ItemProblems(key, item, ByAuthors, head.Language).Select(Worded))
            .OrderBy(p => p.Severity),
    ];

    // While an author writes, an option without a number is unfinished, not off the scale.
    private static BankProblem Worded(BankProblem problem) =>
        problem is { Code: "off-scale", Place: Place.InContent { Path: var path } } && problem.Message.StartsWith("effectiveness 0 ", StringComparison.Ordinal)
            ? BankProblem.Error("missing", path, $"option '{path.Split('/')[1]}' has no effectiveness yet: choose 1 to 4")
            : problem;
}
