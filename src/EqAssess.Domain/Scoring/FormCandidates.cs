using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;

namespace EqAssess.Domain.Scoring;

/// <summary>Turns items and a key into the plain numbers that assembly works with, so that assembly itself never meets a key.</summary>
public static class FormCandidates
{
    /// <param name="key">The key that the forms are to be scored by. What it cannot score can only be tried out.</param>
    public static AssemblyItem Of(Item item, string domain, Key key)
    {
        var facts = new AssemblyItem(
            item.Id,
            domain,
            item.Facet,
            item.Format,
            ChannelWords.Of(item.Channel),
            item.Words,
            TimeLimitRule.Least([item]).TotalMinutes,
            item.Enemies);
        if (!IsScorable(item, domain, key))
        {
            return facts with { CanCount = false };
        }

        KeyedItem keyed = key.Items[item.Id];
        return facts with { Chance = BlindGains.Chance(item, keyed, key.Scale), BlindGains = BlindGains.ByText(item, keyed, key.Scale) };
    }

    private static bool IsScorable(Item item, string domain, Key key) => ScoringPlans.Make(
        new PlanDraft(Guid.Empty, Guid.Empty, Guid.Empty, key, [new ItemToScore(Guid.Empty, item, domain)], [])) is PlanMaking.Made;
}
