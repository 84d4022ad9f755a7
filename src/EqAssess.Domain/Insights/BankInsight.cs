using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Items;

namespace EqAssess.Domain.Insights;

/// <summary>What the newest statistics of several forms say together of the items that stand in them.</summary>
/// <param name="Items">Versions of items, critical ones first, then by the number of their flags, then by id.</param>
public sealed record BankInsight(IReadOnlyList<PooledItem> Items)
{
    /// <param name="forms">The newest of each form. Somebody who took two forms counts in both.</param>
    public static BankInsight Of(IReadOnlyList<(Guid Form, Insight Insight)> forms) => new(
    [
        .. forms.SelectMany(f => f.Insight.Items.Select(item => new PlacedItem(f.Form, item)))
            .GroupBy(p => p.Item.ItemVersion)
            .Select(g => new PooledItem([.. g]))
            .OrderByDescending(i => i.Places.Any(p => p.Item.IsCritical))
            .ThenByDescending(i => i.Flags.Count)
            .ThenBy(i => i.ItemId, StringComparer.Ordinal)
            .ThenBy(i => i.ItemVersion),
    ]);
}

/// <summary>One version of an item in one form.</summary>
public sealed record PlacedItem(Guid Form, ItemInsight Item);

/// <summary>One version of an item in all forms that hold it, each under the key of its own plan.</summary>
/// <param name="Places">Not empty.</param>
public sealed record PooledItem(IReadOnlyList<PlacedItem> Places)
{
    public Guid ItemVersion => Places[0].Item.ItemVersion;

    public string ItemId => Places[0].Item.ItemId;

    public string Domain => Places[0].Item.Domain;

    /// <summary>Who saw it, over all forms.</summary>
    public int Persons => Places.Sum(p => p.Item.Persons);

    /// <summary>Mean credit, 0 to 1, each form with the weight of its persons; the first reason where no form has one.</summary>
    public Estimate Facility
    {
        get
        {
            (double Facility, int Persons)[] known = [.. Places.Where(p => p.Item.Facility.OrNull is not null && p.Item.Persons > 0).Select(p => (p.Item.Facility.OrNull!.Value, p.Item.Persons))];
            return known.Length == 0 ? Places[0].Item.Facility : known.Sum(k => k.Facility * k.Persons) / known.Sum(k => k.Persons);
        }
    }

    /// <summary>Lowest and highest r with the rest of a form. The rest is another in each form, so the numbers are not averaged.</summary>
    public (Estimate Lowest, Estimate Highest) ItemRest
    {
        get
        {
            double[] known = [.. Places.Select(p => p.Item.ItemRest.OrNull).OfType<double>()];
            return known.Length == 0 ? (Places[0].Item.ItemRest, Places[0].Item.ItemRest) : (known.Min(), known.Max());
        }
    }

    /// <summary>Of any form, each once.</summary>
    public IReadOnlyList<ItemFlag> Flags => [.. Places.SelectMany(p => p.Item.Flags).Distinct().Order()];
}
