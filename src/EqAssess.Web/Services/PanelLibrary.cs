using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Panels as they stand in the database.</summary>
public sealed class PanelLibrary(EqAssessDb db)
{
    /// <returns>Null where there is no such panel.</returns>
    public async Task<PanelContent?> FindAsync(Guid panel, CancellationToken cancellationToken)
    {
        PanelRow? row = await db.Panels.AsNoTracking().SingleOrDefaultAsync(p => p.Id == panel, cancellationToken);
        if (row is null)
        {
            return null;
        }

        var bank = await db.Banks.Where(b => b.Id == row.BankId).Select(b => new { b.Title, b.Language }).SingleAsync(cancellationToken);
        var items = await (
            from place in db.PanelItems
            join item in db.ItemVersions on place.ItemVersionId equals item.Id
            where place.PanelId == panel
            orderby place.Position
            select new { item.Id, item.Number, item.Domain, item.Content }).AsNoTracking().ToListAsync(cancellationToken);
        return new PanelContent(row, bank.Title, bank.Language, [.. items.Select(i => new BankItem(i.Id, i.Number, i.Domain, ItemJson.Read(i.Content)))]);
    }

    /// <summary>The judges of a panel in the order of their links, with how many options each has rated in each round.</summary>
    public async Task<IReadOnlyList<JudgeProgress>> JudgesAsync(Guid panel, CancellationToken cancellationToken)
    {
        List<PanelJudge> judges = await db.PanelJudges.AsNoTracking().Where(j => j.PanelId == panel).OrderBy(j => j.Number).ToListAsync(cancellationToken);
        var counts = await (
            from rating in db.PanelRatings
            join judge in db.PanelJudges on rating.JudgeId equals judge.Id
            where judge.PanelId == panel
            group rating by new { rating.JudgeId, rating.Round } into given
            select new { given.Key.JudgeId, given.Key.Round, Count = given.Count() }).ToListAsync(cancellationToken);
        return [.. judges.Select(j => new JudgeProgress(j, Given(j.Id, 1), Given(j.Id, 2)))];

        int Given(Guid judge, int round) => counts.SingleOrDefault(c => c.JudgeId == judge && c.Round == round)?.Count ?? 0;
    }

    /// <summary>The judges who count, with what they said: both rounds handed in, and the link not taken back.</summary>
    public async Task<PanelEvidence> EvidenceAsync(PanelContent panel, CancellationToken cancellationToken)
    {
        List<PanelJudge> judges = await db.PanelJudges.AsNoTracking()
            .Where(j => j.PanelId == panel.Row.Id && j.RevokedAt == null && j.RoundOneDoneAt != null && j.RoundTwoDoneAt != null)
            .OrderBy(j => j.Number).ToListAsync(cancellationToken);
        ILookup<Guid, PanelRating> ratings = (await RatingsAsync(panel.Row.Id, cancellationToken)).ToLookup(r => r.JudgeId);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return new PanelEvidence(
            [.. panel.Items.Select(i => i.Item)],
            [.. judges.Select(j => new PanelVoice(KeyJudgeOf(j, taken), Round(panel, ratings[j.Id], 1), Round(panel, ratings[j.Id], 2)))]);
    }

    /// <summary>Every rating of a panel's judges, of both rounds.</summary>
    public Task<List<PanelRating>> RatingsAsync(Guid panel, CancellationToken cancellationToken) => (
        from rating in db.PanelRatings
        join judge in db.PanelJudges on rating.JudgeId equals judge.Id
        where judge.PanelId == panel
        select rating).AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>What the judges of a panel said to each other, by item version, in the order of their words.</summary>
    public async Task<ILookup<Guid, Remark>> RemarksAsync(Guid panel, CancellationToken cancellationToken) => (await (
        from comment in db.PanelComments
        join judge in db.PanelJudges on comment.JudgeId equals judge.Id
        where judge.PanelId == panel && judge.RevokedAt == null
        orderby comment.At, comment.Id
        select new { comment.ItemVersionId, Remark = new Remark(judge.Pseudonym ?? "", judge.Role ?? "other", comment.Text) }).ToListAsync(cancellationToken))
        .ToLookup(c => c.ItemVersionId, c => c.Remark);

    /// <summary>What the newest key of authors says of each item of a panel, by item id. Items that no such key covers are missing.</summary>
    public async Task<AuthorsKeys> AuthorsAsync(PanelContent panel, CancellationToken cancellationToken)
    {
        List<Guid> versions = [.. panel.Items.Select(i => i.Version)];
        List<KeyVersionRow> rows = await db.KeyVersions.AsNoTracking()
            .Where(k => k.BankId == panel.Row.BankId && k.Status == KeyStatus.Draft).OrderByDescending(k => k.CreatedAt).ToListAsync(cancellationToken);
        List<KeyCoverage> covered = await db.KeyCoverages.AsNoTracking().Where(c => versions.Contains(c.ItemVersionId)).ToListAsync(cancellationToken);
        List<(Guid Id, Key Key)> keys = [.. rows.Select(r => (r.Id, KeyJson.Read(r.Content)))];
        var found = new Dictionary<string, (Key Key, KeyedItem Item)>(StringComparer.Ordinal);
        foreach (BankItem item in panel.Items)
        {
            (Guid Id, Key Key) newest = keys.FirstOrDefault(k =>
                covered.Any(c => c.KeyVersionId == k.Id && c.ItemVersionId == item.Version) && k.Key.Items.ContainsKey(item.Item.Id));
            if (newest.Key is { } key)
            {
                found[item.Item.Id] = (key, key.Items[item.Item.Id]);
            }
        }

        return new AuthorsKeys(
            found.ToDictionary(f => f.Key, f => f.Value.Item, StringComparer.Ordinal),
            [.. found.Values.Select(f => f.Key.Version).Distinct()],
            keys.Select(k => k.Key.Method).FirstOrDefault());
    }

    // Two judges who chose the same pseudonym in the same moment stay two judges.
    private static KeyJudge KeyJudgeOf(PanelJudge judge, HashSet<string> taken)
    {
        string pseudonym = judge.Pseudonym ?? $"{judge.Number}";
        return new KeyJudge(taken.Add(pseudonym) ? pseudonym : $"{pseudonym} ({judge.Number})", judge.Role ?? "other", judge.Years ?? 0);
    }

    private static Dictionary<RatedOption, int> Round(PanelContent panel, IEnumerable<PanelRating> ratings, int round) =>
        ratings.Where(r => r.Round == round).ToDictionary(r => new RatedOption(panel.ItemIds[r.ItemVersionId], r.Option), r => r.Value);
}

/// <param name="Items">What is rated, in the order of the panel.</param>
public sealed record PanelContent(PanelRow Row, string BankTitle, string Language, IReadOnlyList<BankItem> Items)
{
    /// <summary>Ratings of one judge in one round when nothing is left out.</summary>
    public int Options => Items.Sum(i => i.Item.Options.Count);

    internal IReadOnlyDictionary<Guid, string> ItemIds { get; } = Items.ToDictionary(i => i.Version, i => i.Item.Id);
}

/// <param name="First">Options rated in round one.</param>
/// <param name="Second">Options rated in round two.</param>
public sealed record JudgeProgress(PanelJudge Judge, int First, int Second);

/// <param name="Items">By item id.</param>
/// <param name="Versions">The keys that they come from.</param>
/// <param name="Method">Scoring method of the newest of them; null where there is none.</param>
public sealed record AuthorsKeys(IReadOnlyDictionary<string, KeyedItem> Items, IReadOnlyList<string> Versions, string? Method);
