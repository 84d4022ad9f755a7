using System.Globalization;
using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>From a closed panel to its key version: what it would be, and its publishing, once.</summary>
public sealed class PanelPublishing(EqAssessDb db, PanelLibrary panels, WorkspaceFacts facts, IOptions<PanelOptions> options, TimeProvider time)
{
    /// <summary>What becomes of each option if the panel is published now. Of a panel that is published: what became of it, by its key and by the thresholds of that day.</summary>
    public async Task<PanelPreview> PreviewAsync(PanelContent panel, CancellationToken cancellationToken)
    {
        string? content = await db.KeyVersions.Where(k => k.PanelId == panel.Row.Id).Select(k => k.Content).SingleOrDefaultAsync(cancellationToken);
        Key? published = content is null ? null : KeyJson.Read(content);
        PanelThresholds thresholds = published?.Panel?.Thresholds ?? options.Value.Thresholds;
        PanelAnalysis analysis = PanelAnalysis.Of(await panels.EvidenceAsync(panel, cancellationToken), thresholds);
        if (published is not null)
        {
            return new PanelPreview(analysis, thresholds, published.Items, new PanelKeyMaking.Made(published)) { Published = published };
        }

        AuthorsKeys authors = await panels.AuthorsAsync(panel, cancellationToken);
        PanelKeyDraft draft = await DraftAsync(panel, analysis, authors, thresholds, cancellationToken);
        return new PanelPreview(analysis, thresholds, authors.Items, PanelKeys.Make(draft, thresholds));
    }

    private async Task<PanelKeyDraft> DraftAsync(
        PanelContent panel, PanelAnalysis analysis, AuthorsKeys authors, PanelThresholds thresholds, CancellationToken cancellationToken)
    {
        KeyStatus status = PanelKeys.StatusOf(analysis, authors.Items, panel.Row.Simulated, thresholds);
        return new PanelKeyDraft(
            await NextLabelAsync(panel.Row.BankId, status, cancellationToken),
            authors.Method ?? ScoringMethods.DefaultFor(panel.Items[0].Item.Format)?.Code ?? "keyed-credit",
            await SourceAsync(panel, analysis, authors, cancellationToken),
            panel.Row.Title,
            panel.Row.Instructions,
            DateOnly.FromDateTime((panel.Row.RoundTwoClosedAt ?? time.Now).UtcDateTime),
            panel.Row.Simulated,
            analysis,
            authors.Items);
    }

    /// <returns>The key version; or the reasons why there is none, no reason meaning that somebody has published the panel already.</returns>
    public async Task<PanelPublished> PublishAsync(PanelContent panel, Guid? publishedBy, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        int claimed = await db.Panels.Where(p => p.Id == panel.Row.Id && p.Stage == PanelStage.Closed)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Stage, PanelStage.Published), cancellationToken);
        if (claimed == 0)
        {
            return new PanelPublished(null, []);
        }

        switch ((await PreviewAsync(panel, cancellationToken)).Making)
        {
            case PanelKeyMaking.Made made:
                KeyVersionRow row = RowOf(made.Key, panel.Row, publishedBy);
                db.KeyVersions.Add(row);
                db.KeyCoverages.AddRange(panel.Items.Where(i => made.Key.Items.ContainsKey(i.Item.Id))
                    .Select(i => new KeyCoverage { KeyVersionId = row.Id, ItemVersionId = i.Version }));
                try
                {
                    await db.SaveChangesAsync(CancellationToken.None);
                }
                catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
                {
                    // Another panel of the bank took the label in the same moment.
                    return new PanelPublished(null, []);
                }

                await transaction.CommitAsync(CancellationToken.None);
                return new PanelPublished(row.Id, []);
            case PanelKeyMaking.Refused refused:
                return new PanelPublished(null, refused.Reasons);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<string> NextLabelAsync(Guid bank, KeyStatus status, CancellationToken cancellationToken)
    {
        string stem = status.ToString().ToLowerInvariant();
        HashSet<string> taken = [.. await db.KeyVersions.Where(k => k.BankId == bank).Select(k => k.Label).ToListAsync(cancellationToken)];
        return Enumerable.Range(1, taken.Count + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}")).First(l => !taken.Contains(l));
    }

    /// <summary>Who stands behind the key, and who does not.</summary>
    private async Task<string> SourceAsync(PanelContent panel, PanelAnalysis analysis, AuthorsKeys authors, CancellationToken cancellationToken)
    {
        int asked = await db.PanelJudges.CountAsync(j => j.PanelId == panel.Row.Id, cancellationToken);
        int removed = await db.PanelJudges.CountAsync(j => j.PanelId == panel.Row.Id && j.RevokedAt != null, cancellationToken);
        string who = panel.Row.Simulated ? "simulated judges, no people" : "judges";
        string reasons = authors.Versions.Count == 0 ? "" : $"; reasons and principles are those of {string.Join(", ", authors.Versions)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"panel '{panel.Row.Title}': {analysis.Judges.Count} {who}, two rounds, of {asked} who had a link ({removed} taken out){reasons}");
    }

    private KeyVersionRow RowOf(Key key, PanelRow panel, Guid? publishedBy)
    {
        string content = KeyJson.Write(key);
        return new KeyVersionRow
        {
            Id = Guid.CreateVersion7(),
            BankId = panel.BankId,
            Label = key.Version,
            Status = key.Status,
            Source = key.Source,
            Content = content,
            Digest = Digest.Sha256(content),
            CreatedAt = time.Now,
            Demonstration = facts.Demonstration,
            PanelId = panel.Id,
            PublishedBy = publishedBy,
        };
    }
}

/// <param name="Authors">By item id: where reasons and principles come from.</param>
public sealed record PanelPreview(
    PanelAnalysis Analysis, PanelThresholds Thresholds, IReadOnlyDictionary<string, KeyedItem> Authors, PanelKeyMaking Making)
{
    /// <summary>The key that was published from the panel; null before.</summary>
    public Key? Published { get; init; }

    /// <summary>Whether <see cref="Thresholds"/> are those by which the key was, or would be, made. Keys of earlier versions of this program do not say.</summary>
    public bool KnowsThresholds => Published is null || Published.Panel?.Thresholds is not null;

    /// <summary>What keeps, or kept, the panel from the status panel; empty where that is not known.</summary>
    public IReadOnlyList<string> Shortfalls => KnowsThresholds ? PanelKeys.Shortfalls(Analysis, Authors, Thresholds) : [];

    /// <summary>Whether the item is, or would be, in the key.</summary>
    public bool Keeps(ItemVerdict item) => Published is not null ? Published.Items.ContainsKey(item.Item.Id) : LeftOutBecause(item) is null;

    /// <summary>Why an item is not in the key; null where it is, or where the reason is not known any more.</summary>
    public string? LeftOutBecause(ItemVerdict item) => Published switch
    {
        null => PanelKeys.LeftOutBecause(item, Authors),
        _ when Keeps(item) || !KnowsThresholds => null,
        _ => item.LeftOutBecause,
    };

    /// <summary>Effectiveness of an option and why it is dropped, as the published key has it where there is one.</summary>
    public (double Effectiveness, string? DroppedBecause) VerdictOf(ItemVerdict item, OptionVerdict option) =>
        Published?.Items.GetValueOrDefault(item.Item.Id)?.Options.FirstOrDefault(o => o.Option == option.Option) is { } keyed
            ? (keyed.Effectiveness, keyed.DroppedBecause)
            : (option.Effectiveness, option.DroppedBecause);
}

/// <param name="Key">Id of the key version; null where none was published.</param>
public sealed record PanelPublished(Guid? Key, IReadOnlyList<string> Reasons);
