using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;

namespace EqAssess.Web.Tests.BankFiles;

/// <summary>The shipped bank gives nothing away to people who do not read.</summary>
public sealed class BlindStrategiesOnBankTests
{
    private const double MostPointsAboveChance = 5;

    private static readonly BankReading Reading = BankReader.Read(Path.Combine(BuiltSite.QuestionBanks, "contact-centre-empathy"));

    [Theory]
    [InlineData("rate-each")]
    [InlineData("most-least")]
    public void No_blind_strategy_beats_chance_by_more_than_5_points_of_100(string format)
    {
        List<IReadOnlyList<double>> advantages = Advantages(format);

        double[] points = [.. Enumerable.Range(0, BlindStrategies.All.Count).Select(s => 100 * advantages.Average(item => item[s]))];

        Assert.True(
            points.Max() <= MostPointsAboveChance,
            $"{BlindStrategies.All[Array.IndexOf(points, points.Max())].Code} earns {points.Max():0.00} points above chance in {advantages.Count} {format} items.");
    }

    private static List<IReadOnlyList<double>> Advantages(string format)
    {
        Key key = Assert.Single(Reading.Keys);
        List<Item> items = [.. Reading.Bank!.Items.Where(i => i.Use == ItemUse.Live && i.Format == format)];
        Assert.NotEmpty(items);
        return [.. items.Select(i => BlindStrategies.Advantages(i, key.Items[i.Id], key.Scale))];
    }
}
