using EqAssess.Domain.Insights;
using EqAssess.Domain.Statistics.Items;
using static EqAssess.Domain.Tests.Insights.Sittings;

namespace EqAssess.Domain.Tests.Insights;

/// <summary>Items over the forms that hold them.</summary>
public sealed class BankInsightTests
{
    private static readonly Guid First = new(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
    private static readonly Guid Second = new(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]);

    [Fact]
    public void Facility_over_two_forms_is_that_of_all_their_people_together()
    {
        IReadOnlyList<Sitting> people = Of(160);
        var all = Insight.Of(Plan, people, [], 7);

        var bank = BankInsight.Of([(First, Insight.Of(Plan, [.. people.Take(100)], [], 7)), (Second, Insight.Of(Plan, [.. people.Skip(100)], [], 7))]);

        Assert.Equal(all.Items.Select(i => i.ItemVersion).Order(), bank.Items.Select(i => i.ItemVersion).Order());
        Assert.All(bank.Items, item =>
        {
            ItemInsight together = all.Items.Single(i => i.ItemVersion == item.ItemVersion);
            Assert.Equal(together.Persons, item.Persons);
            Assert.Equal(together.Facility.OrNull!.Value, item.Facility.OrNull!.Value, 1e-12);
            Assert.Equal([First, Second], item.Places.Select(p => p.Form));
        });
    }

    [Fact]
    public void Correlations_with_different_rests_are_not_averaged_and_flags_of_any_form_stand_once()
    {
        ItemInsight sound = Insight.Of(Plan, Of(120), [], 7).Items[0] with { Flags = [ItemFlag.LowDiscrimination], ItemRest = 0.4 };
        ItemInsight turned = sound with { Flags = [ItemFlag.LowDiscrimination, ItemFlag.NegativeDiscrimination], ItemRest = -0.1 };
        var template = Insight.Of(Plan, [], [], 7);

        PooledItem item = Assert.Single(BankInsight.Of([(First, template with { Items = [sound] }), (Second, template with { Items = [turned] })]).Items);

        Assert.Equal((-0.1, 0.4), (item.ItemRest.Lowest.OrNull, item.ItemRest.Highest.OrNull));
        Assert.Equal([ItemFlag.NegativeDiscrimination, ItemFlag.LowDiscrimination], item.Flags.OrderBy(f => f == ItemFlag.LowDiscrimination));
    }

    [Fact]
    public void Forms_that_too_few_people_took_add_no_items() =>
        Assert.Empty(BankInsight.Of([(First, Insight.Of(Plan, Of(20), [], 7))]).Items);
}
