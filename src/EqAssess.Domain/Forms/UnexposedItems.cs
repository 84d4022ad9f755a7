using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Forms;

/// <summary>Whether a bank still holds enough items that few people have seen for one more form of a blueprint.</summary>
public static class UnexposedItems
{
    /// <summary>
    /// Domains for which fewer items are left under the blueprint's exposure limit than one form needs. Anchors are exempt from the limit.
    /// Necessary and cheap: that none is missing does not mean that a form can be assembled, but without them none can.
    /// </summary>
    /// <param name="items">Live items that may count, with the attempts of real people that have seen them.</param>
    /// <returns>Empty where the blueprint has no limit.</returns>
    public static IReadOnlyList<UnexposedShortage> Lacking(Blueprint blueprint, IReadOnlyList<ExposedItem> items) => blueprint.MostAttempts is not int most
        ? []
        :
        [
            .. blueprint.Domains
                .Select(d => new UnexposedShortage(d.Code, items.Count(i => i.Domain == d.Code && (i.Attempts <= most || blueprint.Anchors.Contains(i.Id))), d.Least))
                .Where(s => s.Left < s.Needed),
        ];
}

/// <param name="Attempts">Of real people on forms that hold any version of the item.</param>
public sealed record ExposedItem(string Id, string Domain, int Attempts);

/// <param name="Left">Items of the domain under the limit.</param>
public sealed record UnexposedShortage(string Domain, int Left, int Needed);
