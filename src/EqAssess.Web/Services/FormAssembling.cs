using System.Text.Json;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;

namespace EqAssess.Web.Services;

/// <summary>Assembles forms from a blueprint and what the database knows of the bank's items, and publishes exactly what was looked at.</summary>
public sealed class FormAssembling(BankLibrary banks, ItemExperience experience, FormPublishing publishing)
{
    /// <returns>Null when the bank has no key, or not the one asked for.</returns>
    public async Task<FormPreview?> PreviewAsync(AssemblyRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredKey> keys = await banks.KeysForAsync(request.Bank, [], cancellationToken);
        if ((request.Key is null ? keys.FirstOrDefault() : keys.FirstOrDefault(k => k.Id == request.Key)) is not StoredKey key)
        {
            return null;
        }

        IReadOnlyList<BankItem> live = [.. (await banks.ItemsAsync(request.Bank, cancellationToken)).Where(i => i.Item.Use == ItemUse.Live)];
        HashSet<string> liveIds = [.. live.Select(i => i.Item.Id)];
        List<BankItem> all =
        [
            .. live.Concat((await banks.ApprovedAsync(request.Bank, cancellationToken)).Where(a => !liveIds.Contains(a.Item.Id)))
                .Where(i => ResponseFormats.Get(i.Item.Format).HasPage),
        ];
        IReadOnlySet<Guid> covered = await banks.CoveredByAsync(key.Id, cancellationToken);
        IReadOnlyDictionary<string, int> attempts = await experience.AttemptsAsync(request.Bank, cancellationToken);
        IReadOnlyDictionary<Guid, ObservedDifficulty> difficulties = await experience.DifficultiesAsync(request.Bank, cancellationToken);
        List<AssemblyItem> candidates =
        [
            .. all.Select(i => FormCandidates.Of(i.Item, i.Domain, key.Key) is var facts && liveIds.Contains(i.Item.Id) && covered.Contains(i.Version)
                ? facts with { Attempts = attempts.GetValueOrDefault(i.Item.Id), Difficulty = difficulties.GetValueOrDefault(i.Version) }
                : facts with { Attempts = attempts.GetValueOrDefault(i.Item.Id), CanCount = false }),
        ];
        AssemblyResult result = FormAssembly.Assemble(request.Blueprint, candidates, BlindGains.TextStrategies, request.Seed, cancellationToken);
        return new FormPreview(request, key, result, all.ToDictionary(i => i.Item.Id, StringComparer.Ordinal));
    }

    public Task<FormsPublished> PublishAsync(FormPreview preview, AssemblyResult.Assembled made, Guid? by, CancellationToken cancellationToken) =>
        publishing.PublishAsync([.. made.Forms.Select((form, place) => FormOf(preview, made, form, place, by))], cancellationToken);

    private static NewForm FormOf(FormPreview preview, AssemblyResult.Assembled made, AssembledForm form, int place, Guid? by) => new()
    {
        Bank = preview.Request.Bank,
        Title = form.Title,
        TimeLimit = TimeSpan.FromMinutes(made.Minutes),
        Items = [.. form.Items.Select(i => preview.Items[i.Id].Version)],
        Pretest = [.. form.Items.Where(i => i.Pretest).Select(i => preview.Items[i.Id].Version)],
        Key = preview.Key.Id,
        Seed = preview.Request.Seed,
        Place = place,
        Blueprint = JsonSerializer.Serialize(preview.Request.Blueprint),
        Assembly = JsonSerializer.Serialize(new AssemblyRecord(place, [.. made.Forms.Select(f => f.Title)], made.InCommon, [.. made.Forms.Select(f => f.Facts)])),
        PublishedBy = by,
    };
}

/// <param name="Key">Key version to score by; null for the one with the best evidence.</param>
public sealed record AssemblyRequest(Guid Bank, Blueprint Blueprint, Guid? Key, long Seed);

/// <param name="Items">By item id, those that could be drawn.</param>
public sealed record FormPreview(AssemblyRequest Request, StoredKey Key, AssemblyResult Result, IReadOnlyDictionary<string, BankItem> Items)
{
    /// <summary>Names what is previewed, so that nothing else is published in its place.</summary>
    public string? DigestOf(AssemblyResult.Assembled made) => Digest.Sha256(
        JsonSerializer.Serialize(new { Request.Blueprint, Key.Id, Request.Seed, Items = made.Forms.Select(f => f.Items.Select(i => new { Items[i.Id].Version, i.Pretest })) }));
}

/// <summary>What an assembly reported, as it is kept with each of its forms.</summary>
/// <param name="Place">Of the form among those assembled together, from 0.</param>
public sealed record AssemblyRecord(int Place, IReadOnlyList<string> Titles, IReadOnlyList<IReadOnlyList<int>> InCommon, IReadOnlyList<FormFacts> Facts)
{
    public static AssemblyRecord Read(string json) =>
        JsonSerializer.Deserialize<AssemblyRecord>(json) ?? throw new InvalidOperationException("A stored assembly is empty.");
}
