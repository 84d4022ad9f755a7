using System.Collections.Concurrent;
using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Published form versions. They never change, so each is read once per process.</summary>
public sealed class FormLibrary(FormCache cache, EqAssessDb db)
{
    /// <exception cref="KeyNotFoundException">There is no such form version.</exception>
    public async Task<FormVersion> GetAsync(Guid formVersion, CancellationToken cancellationToken = default)
    {
        if (cache.Forms.TryGetValue(formVersion, out FormVersion? known))
        {
            return known;
        }

        FormVersion read = await ReadAsync(formVersion, cancellationToken);
        return cache.Forms.GetOrAdd(formVersion, read);
    }

    /// <summary>The form as the person of this attempt takes it: with equivalent items in the places of those that they are spared.</summary>
    public async Task<FormVersion> GetAsync(Guid formVersion, AttemptState state, CancellationToken cancellationToken = default)
    {
        FormVersion form = await GetAsync(formVersion, cancellationToken);
        if (state.Replacements.IsEmpty)
        {
            return form;
        }

        var by = new Dictionary<Guid, FormItem>();
        foreach ((Guid item, Guid other) in state.Replacements)
        {
            by[item] = await ItemAsync(other, cancellationToken);
        }

        return form.Replacing(by);
    }

    /// <summary>A live item outside its forms, with its options in an order of its own.</summary>
    private async Task<FormItem> ItemAsync(Guid version, CancellationToken cancellationToken)
    {
        if (cache.Items.TryGetValue(version, out FormItem? known))
        {
            return known;
        }

        Item item = ItemJson.Read(await db.ItemVersions.Where(i => i.Id == version).Select(i => i.Content).SingleAsync(cancellationToken));
        long seed = BitConverter.ToInt64(version.ToByteArray(), 8);
        return cache.Items.GetOrAdd(version, new FormItem(version, item) { OptionOrder = FormOrders.Draw(item, seed) });
    }

    private async Task<FormVersion> ReadAsync(Guid formVersion, CancellationToken cancellationToken)
    {
        var head = await (
            from form in db.FormVersions
            join bank in db.Banks on form.BankId equals bank.Id
            where form.Id == formVersion
            select new { form.Title, form.TimeLimitSeconds, form.Sections, bank.Language }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new KeyNotFoundException($"There is no form version {formVersion}.");
        var items = await (
            from place in db.FormItems
            join item in db.ItemVersions on place.ItemVersionId equals item.Id
            where place.FormVersionId == formVersion
            orderby place.Practice, place.Position
            select new { place.Practice, place.Pretest, place.OptionOrder, item.Id, item.Content }).ToListAsync(cancellationToken);
        ILookup<bool, FormItem> byUse = items.ToLookup(i => i.Practice, i => new FormItem(i.Id, ItemJson.Read(i.Content))
        {
            Pretest = i.Pretest, OptionOrder = i.OptionOrder?.Split(','),
        });
        return new FormVersion(
            formVersion, head.Title, head.Language, TimeSpan.FromSeconds(head.TimeLimitSeconds), [.. byUse[false]], [.. byUse[true]])
        {
            Sections = head.Sections is null ? [] : FormSectionsJson.Read(head.Sections),
        };
    }
}

/// <summary>What <see cref="FormLibrary"/> has read, for the life of the process.</summary>
public sealed class FormCache
{
    internal ConcurrentDictionary<Guid, FormVersion> Forms { get; } = new();

    internal ConcurrentDictionary<Guid, FormItem> Items { get; } = new();
}
