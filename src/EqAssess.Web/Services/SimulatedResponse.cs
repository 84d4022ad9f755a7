using EqAssess.Domain.Formats.Best;
using EqAssess.Domain.Formats.MostLeast;
using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;

namespace EqAssess.Web.Services;

/// <summary>
/// How a simulated candidate answers an item: every option's keyed effectiveness is perceived with an error whose spread falls with the
/// skill θ. A rating is what is perceived, rounded to the scale; a pick is the option that is perceived as the highest or the lowest.
/// </summary>
internal static class SimulatedResponse
{
    /// <summary>What every option of a pretest item seems like, which has no key in the plan: the middle of the scale.</summary>
    private const double Unkeyed = 2.5;

    public static string To(FormItem item, ScoringPlan plan, double skill, Random random)
    {
        double spread = Math.Max(0.35, 1.05 - (0.4 * skill));
        IReadOnlyList<KeyedOption>? key = plan.Items.FirstOrDefault(i => i.ItemVersion == item.Version)?.Options;
        var perceived = item.Content.Options.ToDictionary(
            o => o.Id, o => (key?.First(k => k.Option == o.Id).Effectiveness ?? Unkeyed) + (spread * Normal(random)), StringComparer.Ordinal);
        return item.Content.Format switch
        {
            RateEachFormat.FormatCode => RateEachFormat.Canonical(item.Content, Ratings(perceived)),
            MostLeastFormat.FormatCode => MostLeastFormat.Canonical(new MostLeastPicks(perceived.MaxBy(o => o.Value).Key, perceived.MinBy(o => o.Value).Key)),
            BestFormat.FormatCode => BestFormat.Canonical(perceived.MaxBy(o => o.Value).Key),
            string other => throw new InvalidOperationException($"A form holds an item of format '{other}', which nobody can answer."),
        };
    }

    /// <summary>Box and Muller (1958).</summary>
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static Dictionary<string, int> Ratings(Dictionary<string, double> perceived) => perceived.ToDictionary(
        o => o.Key,
        o => (int)Math.Clamp(Math.Round(o.Value, MidpointRounding.AwayFromZero), RateEachFormat.Scale[0], RateEachFormat.Scale[^1]),
        StringComparer.Ordinal);
}
