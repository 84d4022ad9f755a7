using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class BlindStrategyProperties
{
    private static readonly RatingRange Range = new(1, 4);

    /// <summary>The closed form beside the mean of real responses, scored one by one, over every order in which ties can be broken.</summary>
    [Fact]
    public void The_expected_credit_is_the_mean_over_all_ways_to_break_ties() => Prop.ForAll(
        (from keys in Gen.Choose(1, 4).ArrayOf(4)
         from lengths in Gen.Choose(1, 3).ArrayOf(4)
         from format in Gen.Elements("rate-each", "most-least", "best")
         select (keys, lengths, format)).ToArbitrary(),
        sample =>
        {
            (int[] keys, int[] lengths, string format) = sample;
            Item item = new(
                "any", ItemUse.Live, format, "cues", Channel.Phone, null, "Any", "Any.", [], Question.Reply,
                [.. lengths.Select((length, i) => new Option(Id(i), new string('x', length)))]);
            KeyedItem key = new([], [.. keys.Select((effectiveness, i) => new KeyedOption(Id(i), effectiveness, "Because.", ["P03"]))]);

            double expected = Orders([0, 1, 2, 3], lengths).Average(order => Credit(item, key, order));
            double actual = BlindStrategies.All.Single(s => s.Code == "longest-first").ExpectedCredit(item, key, [1, 2, 3, 4]);

            Assert.Equal(expected, actual, 1e-12);
        }).QuickCheckThrowOnFailure();

    private static double Credit(Item item, KeyedItem key, int[] order)
    {
        string response = item.Format switch
        {
            "rate-each" => string.Join(';', order.Select((option, place) => $"{Id(option)}={4 - place}")),
            "most-least" => $"best={Id(order[0])};worst={Id(order[^1])}",
            _ => $"best={Id(order[0])}",
        };
        var method = (CreditMethod)ScoringMethods.DefaultFor(item.Format)!;
        ItemCredit credit = method.Credit(new PlannedItem(Guid.Empty, item.Id, item.Format, "recognise", 1, key.Options), response, Range);
        return credit.Sum / credit.Choices;
    }

    private static IEnumerable<int[]> Orders(IReadOnlyList<int> left, int[] lengths) => left.Count == 0
        ? [[]]
        : left.Where(o => lengths[o] == left.Max(other => lengths[other]))
            .SelectMany(o => Orders([.. left.Where(other => other != o)], lengths).Select(rest => (int[])[o, .. rest]));

    private static string Id(int position) => "abcd"[position].ToString();
}
