using EqAssess.Domain.Insights;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Tests.Scoring;

namespace EqAssess.Domain.Tests.Insights;

/// <summary>Made-up people on eight scenarios of two domains. Seeded: the same call makes the same people.</summary>
internal static class Sittings
{
    public static ScoringPlan Plan { get; } = Sample.Plan([.. Enumerable.Range(1, 8).Select(i => Sample.Scenario(i, i % 2 == 0 ? "listen" : "express", 4, 3, 2, 1))]);

    /// <param name="care">Multiplies the error with which everybody sees the key.</param>
    public static IReadOnlyList<Sitting> Of(int people, int seed = 1, double care = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, people).Select(i => One(.2 + (1.8 * i / people * care), random))];
    }

    private static Sitting One(double spread, Random random) => new(
        new Guid(random.Next(), 1, 1, new byte[8]),
        new DateOnly(2026, 11, 5),
        TimedOut: false,
        [.. Plan.Items.Select(item => (string?)string.Join(';', item.Options.Select(o => $"{o.Option}={(int)Math.Clamp(Math.Round(o.Effectiveness + (spread * Normal(random))), 1, 4)}")))],
        [.. Plan.Items.Select(_ => 20d + random.Next(40))]);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
