using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using static EqAssess.Web.Tests.Services.Banks.ItemWork;

namespace EqAssess.Web.Tests.Services.Banks;

public sealed class ItemDeskTests
{
    [Theory]
    [OnEachEngine]
    public async Task Editing_a_live_item_makes_a_draft_beside_it_with_its_text_and_its_key(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        await site.ImportBankAsync(items: 2);
        ItemVersionRow live = await site.LiveAsync("scenario-01");

        Guid draft = await site.DraftOfAsync("scenario-01", Ana);
        await site.RetitleAsync(draft, "Another title", Ana);

        ItemVersionRow row = await site.RowAsync(draft);
        Assert.Equal((2, ItemStatus.Draft, ItemOrigin.Browser, false), (row.Number, row.Status, row.Origin, row.Current));
        Assert.Equal([.. "abcd"], KeyJson.ReadItem(row.KeyProposal!).Options.Select(o => o.Option[0]));
        Assert.Equal(live.Content, (await site.LiveAsync("scenario-01")).Content);
        Assert.Equal(Digest.Sha256(row.Content), row.Digest);
    }

    [Fact]
    public async Task Whoever_edits_an_item_that_has_a_draft_gets_that_draft()
    {
        await using TestSite site = await TestSite.CreateAsync();
        await site.ImportBankAsync(items: 2);

        Guid first = await site.DraftOfAsync("scenario-01", Ana);

        Assert.Equal(first, await site.DraftOfAsync("scenario-01", Ben));
    }

    [Theory]
    [OnEachEngine]
    public async Task The_second_of_two_people_who_save_is_told_and_neither_text_is_lost(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        await site.ImportBankAsync(items: 2);
        Guid draft = await site.DraftOfAsync("scenario-01", Ana);
        int opened = (await site.RowAsync(draft)).Revision;
        await site.RetitleAsync(draft, "What Ana wrote", Ana, opened);

        DraftSaving second = await site.RetitleAsync(draft, "What Ben wrote", Ben, opened);
        DraftSaving overwritten = await site.RetitleAsync(draft, "What Ben wrote", Ben, ((DraftSaving.Behind)second).Revision);

        Assert.Equal(Ana, ((DraftSaving.Behind)second).By);
        Assert.IsType<DraftSaving.Saved>(overwritten);
        Assert.Equal("What Ben wrote", ItemJson.Read((await site.RowAsync(draft)).Content).Title);
        List<ItemDraftCopy> kept = await site.ReadAsync(db => db.ItemDraftCopies.ToListAsync());
        Assert.Equal([(Ana, "What Ana wrote"), (Ben, "What Ben wrote")], kept.Select(c => (c.By!.Value, ItemJson.Read(c.Content).Title)).OrderBy(c => c.Title));
    }

    [Fact]
    public async Task Two_saves_at_the_same_moment_are_one_save_and_one_notice()
    {
        await using TestSite site = await TestSite.CreateAsync();
        await site.ImportBankAsync(items: 2);
        Guid draft = await site.DraftOfAsync("scenario-01", Ana);
        int opened = (await site.RowAsync(draft)).Revision;

        DraftSaving[] both = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => site.RetitleAsync(draft, $"Text {i}", i % 2 == 0 ? Ana : Ben, opened)));

        Assert.Single(both.OfType<DraftSaving.Saved>());
        string won = ItemJson.Read((await site.RowAsync(draft)).Content).Title;
        string[] kept = [.. (await site.ReadAsync(db => db.ItemDraftCopies.ToListAsync())).Select(c => ItemJson.Read(c.Content).Title)];
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"Text {i}"), kept.Append(won).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Saving_the_same_text_again_changes_nothing()
    {
        await using TestSite site = await TestSite.CreateAsync();
        await site.ImportBankAsync(items: 2);
        Guid draft = await site.DraftOfAsync("scenario-01", Ana);
        await site.RetitleAsync(draft, "Once", Ana);
        int revision = (await site.RowAsync(draft)).Revision;

        await site.RetitleAsync(draft, "Once", Ana);

        Assert.Equal(revision, (await site.RowAsync(draft)).Revision);
    }

    [Fact]
    public async Task The_author_cannot_approve_and_somebody_else_can()
    {
        await using TestSite site = await TestSite.CreateAsync();
        await site.ImportBankAsync(items: 2);
        Guid draft = await site.DraftOfAsync("scenario-01", Ana);
        await site.StepAsync(draft, ItemStep.Submitted, Ana);

        ItemStepping own = await site.StepAsync(draft, ItemStep.Approved, Ana);
        ItemStepping second = await site.StepAsync(draft, ItemStep.Approved, Ben);

        Assert.Equal(new ItemStepping.Refused(ItemLifeRefusal.AuthorCannotApprove), own);
        Assert.Equal(new ItemStepping.Done(ItemStatus.Approved), second);
    }

    [Fact]
    public async Task Whoever_only_saved_a_word_in_a_colleagues_draft_is_an_author_too()
    {
        await using TestSite site = await TestSite.CreateAsync();
        await site.ImportBankAsync(items: 2);
        Guid draft = await site.DraftOfAsync("scenario-01", Ana);
        await site.RetitleAsync(draft, "One word by Ben", Ben);
        await site.StepAsync(draft, ItemStep.Submitted, Ana);

        ItemStepping approved = await site.StepAsync(draft, ItemStep.Approved, Ben);

        Assert.Equal(new ItemStepping.Refused(ItemLifeRefusal.AuthorCannotApprove), approved);
    }

    [Fact]
    public async Task A_draft_with_errors_is_not_sent_to_review_and_its_errors_are_listed()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 2);
        Guid draft = await site.AskAsync((ItemDesk desk) => desk.BeginAsync(bank, "A new story", "rate-each", Ana));
        await site.AskAsync((ItemDesk desk) => desk.SaveAsync(draft, 0, ItemJson.Read("""{"id":"a-new-story","use":"live","format":"rate-each","facet":"cues","channel":"chat","contentNote":null,"title":"A new story","situation":"","said":[],"question":"reply","options":[{"id":"a","text":"One."}]}"""), new KeyedItem([], [new KeyedOption("a", 0, "", [])]), Ana));

        ItemStepping sent = await site.StepAsync(draft, ItemStep.Submitted, Ana);

        string[] messages = [.. Assert.IsType<ItemStepping.Unsound>(sent).Problems.Select(p => p.Message)];
        Assert.Contains(messages, m => m.Contains("'situation' is missing", StringComparison.Ordinal));
        Assert.Contains("option 'a' has no effectiveness yet: choose 1 to 4", messages);
        Assert.Equal(ItemStatus.Draft, (await site.RowAsync(draft)).Status);
    }

    [Fact]
    public async Task What_is_no_draft_cannot_be_saved()
    {
        await using TestSite site = await TestSite.CreateAsync();
        await site.ImportBankAsync(items: 2);
        Guid draft = await site.DraftOfAsync("scenario-01", Ana);
        ItemVersionRow row = await site.RowAsync(draft);
        await site.StepAsync(draft, ItemStep.Submitted, Ana);

        DraftSaving saved = await site.RetitleAsync(draft, "Too late", Ana);

        Assert.Equal(new DraftSaving.NotADraft(ItemStatus.InReview), saved);
        Assert.Equal(row.Content, (await site.RowAsync(draft)).Content);
    }

    [Fact]
    public async Task Many_who_begin_at_the_same_moment_share_one_draft()
    {
        await using TestSite site = await TestSite.CreateAsync();
        await site.ImportBankAsync(items: 2);
        ItemVersionRow live = await site.LiveAsync("scenario-01");

        Guid?[] drafts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.AskAsync((ItemDesk desk) => desk.BeginFromAsync(live.Id, Ana))));

        Assert.Single(drafts.Distinct());
        Assert.Equal(2, await site.ReadAsync(db => db.ItemVersions.CountAsync(v => v.ItemId == "scenario-01")));
    }

    [Fact]
    public async Task Two_new_items_of_one_title_get_ids_of_their_own()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 2);

        Guid[] drafts = [await BeginAsync(), await BeginAsync()];

        Assert.Equal(["late-parcel", "late-parcel-2"], [(await site.RowAsync(drafts[0])).ItemId, (await site.RowAsync(drafts[1])).ItemId]);
        Task<Guid> BeginAsync() => site.AskAsync((ItemDesk desk) => desk.BeginAsync(bank, "Late parcel", "best", Ana));
    }
}
