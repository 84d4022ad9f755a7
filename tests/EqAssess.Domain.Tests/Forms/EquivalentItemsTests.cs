using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Forms;

/// <summary>What stands in the place of a scenario that somebody is spared.</summary>
public sealed class EquivalentItemsTests
{
    private static readonly ItemInPlace Gone = Place(1, "gone", "cues");
    private static readonly ItemInPlace Stays = Place(2, "stays", "cues");

    private static readonly Gen<ItemInPlace> Any =
        from number in Gen.Choose(10, 60)
        from facet in Gen.Elements("cues", "probing", "validation")
        from format in Gen.Elements("rate-each", "best")
        from note in Gen.Elements(null, "bereavement", "threats")
        from enemy in Gen.Elements("stays", "i11", "i12", "nobody")
        from words in Gen.Choose(40, 80)
        select Place(number, $"i{number}", facet, format, note, words, enemy);

    [Fact]
    public void The_same_facet_goes_before_another_of_the_domain_and_another_domain_never_comes_in()
    {
        Assert.Equal("facet", Chosen(Place(10, "domain", "probing"), Place(11, "facet", "cues"), Place(12, "a-other", "validation")));
        Assert.Equal("domain", Chosen(Place(10, "domain", "probing"), Place(12, "a-other", "validation")));
        Assert.Null(Chosen(Place(12, "a-other", "validation")));
    }

    [Fact]
    public void Of_one_facet_the_same_channel_decides_and_then_the_nearest_length()
    {
        ItemInPlace chat = Place(10, "a-chat", "cues");
        chat = chat with { Item = chat.Item with { Channel = Channel.Chat } };

        Assert.Equal("near", Chosen(chat, Place(11, "far", "cues", words: 90), Place(12, "near", "cues", words: 62)));
    }

    [Fact]
    public void Neither_another_format_nor_the_content_note_that_somebody_is_spared_comes_in()
    {
        ItemInPlace gone = Place(1, "gone", "cues", note: "Bereavement ");

        EquivalentsFound found = EquivalentItems.Find(
            [gone, Stays], ["gone"], [Place(10, "a-best", "cues", format: "best"), Place(11, "b-note", "cues", note: "bereavement"), Place(12, "fits", "probing")]);

        Assert.Equal([KeyValuePair.Create(gone.Version, Version(12))], found.Replaced);
    }

    [Fact]
    public void An_enemy_of_what_stays_in_the_form_does_not_come_in_from_either_side()
    {
        ItemInPlace hostile = Stays with { Item = Stays.Item with { Enemies = ["b-enemy"] } };

        EquivalentsFound found = EquivalentItems.Find(
            [Gone, hostile], ["gone"], [Place(10, "a-enemy", "cues", enemy: "stays"), Place(11, "b-enemy", "cues"), Place(12, "c-friend", "cues")]);

        Assert.Equal([KeyValuePair.Create(Gone.Version, Version(12))], found.Replaced);
    }

    [Fact]
    public void What_has_no_equivalent_is_named()
    {
        EquivalentsFound found = EquivalentItems.Find([Gone, Stays], ["gone", "stays"], [Place(10, "only", "cues")]);

        Assert.Equal([KeyValuePair.Create(Gone.Version, Version(10))], found.Replaced);
        Assert.Equal(["stays"], found.Missing.Select(i => i.Item.Id));
    }

    [Fact]
    public void Whatever_the_bank_holds_a_choice_is_sound_and_hangs_on_no_order()
    {
        Prop.ForAll(Gen.ListOf(Any).ToArbitrary(), some =>
        {
            List<ItemInPlace> pool = [.. some.DistinctBy(i => i.Version)];
            HashSet<string> spared = ["gone", "i13", "i14"];

            EquivalentsFound found = EquivalentItems.Find([Gone, Stays, Place(3, "third", "validation")], spared, pool);

            EquivalentsFound turned = EquivalentItems.Find([Gone, Stays, Place(3, "third", "validation")], spared, [.. pool.AsEnumerable().Reverse()]);
            Assert.Equal(found.Replaced, turned.Replaced);
            Assert.Equal(1, found.Replaced.Count + found.Missing.Count);
            foreach (ItemInPlace other in found.Replaced.Select(r => pool.Single(p => p.Version == r.Value)))
            {
                Assert.Equal(("express", "rate-each"), (other.Domain, other.Item.Format));
                Assert.DoesNotContain(other.Item.Id, spared);
                Assert.DoesNotContain("stays", other.Item.Enemies);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_form_of_one_person_differs_in_the_places_that_are_replaced_alone()
    {
        var form = new FormVersion(
            Version(90), "Form", "en", TimeSpan.FromMinutes(20), [new FormItem(Version(1), Gone.Item) { Pretest = true }, new FormItem(Version(2), Stays.Item)], [])
        {
            Sections = [new FormSection("One", 2, null)],
        };

        FormVersion own = form.Replacing(new Dictionary<Guid, FormItem> { [Version(1)] = new FormItem(Version(10), Place(10, "other", "cues").Item) });

        Assert.Equal([Version(10), Version(2)], own.ItemVersions);
        Assert.Equal([Version(2)], own.CountingVersions);
        Assert.Equal((form.Id, form.Sections, "other"), (own.Id, own.Sections, own.Items[0].Content.Id));
    }

    private static string? Chosen(params IReadOnlyList<ItemInPlace> pool) =>
        EquivalentItems.Find([Gone, Stays], ["gone"], pool).Replaced.Select(r => pool.Single(p => p.Version == r.Value).Item.Id).SingleOrDefault();

    /// <summary>Cues and probing belong to one domain, validation to another.</summary>
    private static ItemInPlace Place(
        int number, string id, string facet, string format = "rate-each", string? note = null, int words = 60, string enemy = "nobody") => new(
        Version(number),
        SampleItem.Named(id, words) with { Facet = facet, Format = format, ContentNote = note, Enemies = [enemy] },
        facet == "validation" ? "resolve" : "express");

    private static Guid Version(int number) => new(number, 0, 0, new byte[8]);
}
