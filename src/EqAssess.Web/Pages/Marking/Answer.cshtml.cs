using EqAssess.Web.Composition;
using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Marking;

/// <summary>One written answer beside the scenario and the key, and nothing that tells whose it is.</summary>
public sealed class AnswerModel(EqAssessDb db, MarkingService marking, StaffWords words) : PageModel
{
    [FromRoute(Name = "item")]
    public Guid ItemVersion { get; set; }

    [FromRoute(Name = "key")]
    public Guid KeyVersion { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Item Item { get; private set; } = null!;

    public string Language { get; private set; } = "en";

    /// <summary>The key's options with their texts, the most effective first.</summary>
    public IReadOnlyList<Anchor> Anchors { get; private set; } = [];

    /// <summary>Null when nothing waits for this marker.</summary>
    public AnswerToMark? Answer { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] string? handle, [FromForm] int? mark, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || User.StaffId() is not Guid marker)
        {
            return NotFound();
        }

        if (string.IsNullOrEmpty(handle) || mark is not (>= WrittenMarks.Lowest and <= WrittenMarks.Highest))
        {
            Said = words["Marking.Choose"];
        }
        else
        {
            Said = await marking.MarkAsync(ItemVersion, KeyVersion, handle, mark.Value, marker) ? words["Marking.Saved"] : words["Marking.NotSaved"];
        }

        return Redirect($"/marking/{ItemVersion}/{KeyVersion}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await (
            from item in db.ItemVersions
            join bank in db.Banks on item.BankId equals bank.Id
            join key in db.KeyVersions on bank.Id equals key.BankId
            where item.Id == ItemVersion && key.Id == KeyVersion
            select new { item.Content, bank.Language, Key = key.Content }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null || !KeyJson.Read(found.Key).Items.TryGetValue(ItemJson.Read(found.Content).Id, out KeyedItem? keyed))
        {
            return false;
        }

        Item = ItemJson.Read(found.Content);
        Language = found.Language;
        Anchors =
        [
            .. keyed.Options.Where(o => o.DroppedBecause is null).OrderByDescending(o => o.Effectiveness)
                .Select(o => new Anchor(Item.Options.First(i => i.Id == o.Option).Text, o.Effectiveness, o.Rationale)),
        ];
        Answer = await marking.NextAsync(ItemVersion, KeyVersion, User.StaffId() ?? Guid.Empty, cancellationToken);
        return true;
    }

    /// <param name="Effectiveness">On the key's scale.</param>
    public sealed record Anchor(string Text, double Effectiveness, string Rationale);
}
