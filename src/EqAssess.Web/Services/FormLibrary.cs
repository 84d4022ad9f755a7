using System.Collections.Concurrent;
using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Forms;
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
}
