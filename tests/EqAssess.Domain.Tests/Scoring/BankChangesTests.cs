using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Tests.Banks;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class BankChangesTests
{
    private static readonly Bank Bank = SampleBank.SoundBank;
    private static readonly Key Key = SampleBank.SoundKey;
    private static readonly Item Item = SampleBank.SoundItem;

    [Fact]
    public void Content_that_is_equal_and_not_the_same_object_has_no_changes()
    {
        var bank = Bank with { Domains = [.. Bank.Domains.Select(d => d with { Facets = [.. d.Facets] })], Items = [Item with { Options = [.. Item.Options], Said = [.. Item.Said] }] };
        var key = SampleBank.KeyOf(new KeyedItem([], [.. SampleBank.Keyed.Options.Select(o => o with { Principles = [.. o.Principles] })]));

        BankChanges changes = BankChanges.Between(Bank, [Key], bank, [key]);

        Assert.True(changes.AreNone);
        Assert.Equal(ChangeKind.Unchanged, Assert.Single(changes.Items).Kind);
        Assert.Equal(ChangeKind.Unchanged, Assert.Single(changes.Keys).Kind);
    }

    [Fact]
    public void A_bank_that_was_not_there_is_added_in_full()
    {
        BankChanges changes = BankChanges.Between(null, [], Bank, [Key]);

        Assert.Equal(["id", "title", "language", "description", "domains"], changes.Head);
        Assert.Equal(ChangeKind.Added, Assert.Single(changes.Items).Kind);
        Assert.Equal(("draft-1", "one author", ChangeKind.Added), (changes.Keys[0].Id, changes.Keys[0].Title, changes.Keys[0].Kind));
    }

    [Fact]
    public void Items_are_added_changed_and_retired_by_their_ids()
    {
        Item changed = Item with { Title = "Other", Enemies = ["x"], Options = [.. Item.Options.Skip(1)] };

        BankChanges changes = BankChanges.Between(Bank with { Items = [Item, Item with { Id = "old" }] }, [], Bank with { Items = [Item with { Id = "new" }, changed] }, []);

        Assert.Equal(
            ["new Added ", "late-parcel Changed title, options, enemies", "old Gone "],
            changes.Items.Select(c => $"{c.Id} {c.Kind} {Known.List(c.Parts)}"));
    }

    [Fact]
    public void A_key_of_known_version_and_other_content_is_refused_and_a_key_that_is_gone_stays()
    {
        Key other = SampleBank.KeyOf(new KeyedItem(["P18"], SampleBank.Keyed.Options)) with { Status = KeyStatus.Panel, Panel = new KeyPanel("", "", default, []) };

        BankChanges changes = BankChanges.Between(Bank, [Key, Key with { Version = "draft-0" }], Bank, [other, Key with { Version = "draft-2" }]);

        Assert.Equal(
            ["draft-1 Changed status, panel, items/late-parcel", "draft-2 Added ", "draft-0 Gone "],
            changes.Keys.Select(c => $"{c.Id} {c.Kind} {Known.List(c.Parts)}"));
        Assert.Equal("draft-1", Assert.Single(changes.RefusedKeys).Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_judges_rated_is_part_of_a_key(bool first)
    {
        KeyedOption option = SampleBank.Keyed.Options[0];
        KeyedOption rated = first ? option with { FirstRatings = [4, 3] } : option with { Ratings = [4, 3] };

        BankChanges changes = BankChanges.Between(Bank, [Key], Bank, [SampleBank.KeyOf(new KeyedItem([], [rated, .. SampleBank.Keyed.Options.Skip(1)]))]);

        Assert.Equal(["items/late-parcel"], Assert.Single(changes.Keys).Parts);
        Assert.False(changes.AreNone);
    }

    [Fact]
    public void The_order_of_items_in_a_key_means_nothing()
    {
        Key Ordered(params string[] ids) => Key with { Items = ids.ToDictionary(id => id, _ => SampleBank.Keyed, StringComparer.Ordinal) };

        BankChanges changes = BankChanges.Between(Bank, [Ordered("a", "b")], Bank, [Ordered("b", "a")]);

        Assert.True(changes.AreNone);
    }

    [Fact]
    public void What_a_bank_expects_is_compared_by_its_counts_and_channels()
    {
        Bank before = SampleBank.SoundBank with { Expects = new BankExpectations(1, [Channel.Phone], 2) };

        Assert.Empty(BankChanges.Between(before, [], before with { Expects = new BankExpectations(1, [Channel.Phone], 2) }, []).Head);
        Assert.Equal(["expects"], BankChanges.Between(before, [], before with { Expects = new BankExpectations(1, [Channel.Chat], 2) }, []).Head);
        Assert.Equal(["expects"], BankChanges.Between(before, [], before with { Expects = BankExpectations.None }, []).Head);
    }

    [Fact]
    public void Forms_are_compared_by_value_and_told_apart_by_their_ids()
    {
        Blueprint Planned(string id, int facets = 1) => new(id, "Planned", [Quota.Exactly("express", 3)]) { Facets = [new Quota("validation", facets)], Anchors = ["late-parcel"] };
        FrozenForm Listed(string id, params string[] items) => new(id, "Listed", 20, items);
        Bank before = Bank with { Blueprints = [Planned("a"), Planned("b")], Forms = [Listed("c", "x", "y"), Listed("d", "x")] };

        BankChanges same = BankChanges.Between(before, [], before with { Blueprints = [Planned("b"), Planned("a")], Forms = [Listed("d", "x"), Listed("c", "x", "y")] }, []);
        BankChanges changes = BankChanges.Between(before, [], before with { Blueprints = [Planned("b", 2), Planned("e")], Forms = [Listed("c", "y", "x"), Listed("d", "x")] }, []);

        Assert.True(same.AreNone);
        Assert.False(changes.AreNone);
        Assert.Equal(["blueprints", "forms"], changes.Head);
        Assert.Equal(
            ["b Changed facets", "e Added ", "a Gone ", "c Changed items", "d Unchanged "],
            changes.Forms.Select(c => $"{c.Id} {c.Kind} {Known.List(c.Parts)}"));
    }

    [Fact]
    public void The_head_names_its_fields()
    {
        BankDomain domain = Bank.Domains[0];

        BankChanges changes = BankChanges.Between(Bank, [], Bank with { Description = "Other.", Domains = [domain with { Facets = [domain.Facets[0] with { Title = "x" }] }], Expects = new BankExpectations(0, [Channel.Chat], 0) }, []);

        Assert.Equal(["description", "domains", "expects"], changes.Head);
    }
}
