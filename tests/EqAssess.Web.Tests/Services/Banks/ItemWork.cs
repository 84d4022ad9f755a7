using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services.Banks;

/// <summary>Colleagues at work on the items of a sample bank.</summary>
internal static class ItemWork
{
    public static readonly Guid Ana = new("0a0a0a0a-0000-7000-8000-00000000000a");
    public static readonly Guid Ben = new("0b0b0b0b-0000-7000-8000-00000000000b");

    public static Task<ItemVersionRow> LiveAsync(this TestSite site, string item) =>
        site.ReadAsync(db => db.ItemVersions.SingleAsync(v => v.ItemId == item && v.Current));

    public static Task<ItemVersionRow> RowAsync(this TestSite site, Guid version) => site.ReadAsync(db => db.ItemVersions.SingleAsync(v => v.Id == version));

    public static async Task<Guid> DraftOfAsync(this TestSite site, string item, Guid by)
    {
        ItemVersionRow live = await site.LiveAsync(item);
        return (await site.AskAsync((ItemDesk desk) => desk.BeginFromAsync(live.Id, by)))!.Value;
    }

    /// <summary>Saves the draft as it stands with another title.</summary>
    public static async Task<DraftSaving> RetitleAsync(this TestSite site, Guid draft, string title, Guid by, int? seen = null)
    {
        ItemVersionRow row = await site.RowAsync(draft);
        KeyedItem key = KeyJson.ReadItem(row.KeyProposal!);
        return await site.AskAsync((ItemDesk desk) => desk.SaveAsync(draft, seen ?? row.Revision, ItemJson.Read(row.Content) with { Title = title }, key, by));
    }

    public static Task<ItemStepping> StepAsync(this TestSite site, Guid version, ItemStep step, Guid by) =>
        site.AskAsync((ItemReview review) => review.StepAsync(version, step, null, by));

    /// <summary>Writes another title, has it approved by somebody else, and publishes it.</summary>
    public static async Task<Guid> PublishRetitledAsync(this TestSite site, Guid bank, string item, string title)
    {
        Guid draft = await site.DraftOfAsync(item, Ana);
        await site.RetitleAsync(draft, title, Ana);
        await site.StepAsync(draft, ItemStep.Submitted, Ana);
        await site.StepAsync(draft, ItemStep.Approved, Ben);
        await site.AskAsync((ItemPublishing publishing) => publishing.PublishAsync(bank, [draft], Ben));
        return draft;
    }
}
