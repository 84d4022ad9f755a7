using EqAssess.Domain.Formats.Best;
using EqAssess.Domain.Formats.MostLeast;
using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Scoring.Methods;

namespace EqAssess.Domain.Insights;

/// <summary>What people did with one option of an item, as a number for each of them.</summary>
/// <param name="Use">How the option is answered.</param>
/// <param name="IsKeyed">Of a choice: whether it is the one that the key asks for. Of a rating: true.</param>
/// <param name="Values">Of a rating its credit, 0 to 1, and NaN for none; of a choice 1 for who made it and 0 for the others.</param>
internal sealed record OptionValues(string Option, OptionUse Use, bool IsKeyed, double Effectiveness, double[] Values)
{
    /// <summary>Scored options in the order of the item; none for a format of which a single option says nothing.</summary>
    /// <param name="responses">One per person.</param>
    public static IReadOnlyList<OptionValues> Of(ScoringPlan plan, PlannedItem item, IReadOnlyList<string?> responses)
    {
        var range = RatingRange.Of(plan.RatingScale);
        var extremes = item.Format == RateEachFormat.FormatCode ? null : KeyExtremes.Of(item);
        return item.Format switch
        {
            RateEachFormat.FormatCode when plan.MethodOf(item) is RateEachCredit method =>
                [.. item.ScoredOptions().Where(o => method.Scores(o, range)).Select(o => Rated(o, method, range, responses))],
            BestFormat.FormatCode => [.. item.ScoredOptions().Select(o => Chosen(o, OptionUse.Chosen, extremes!.Highest, responses, BestFormat.OptionOf))],
            MostLeastFormat.FormatCode =>
            [
                .. item.ScoredOptions().Select(o => Chosen(o, OptionUse.Most, extremes!.Highest, responses, r => MostLeastFormat.PicksOf(r).Best)),
                .. item.ScoredOptions().Select(o => Chosen(o, OptionUse.Least, extremes!.Lowest, responses, r => MostLeastFormat.PicksOf(r).Worst)),
            ],
            _ => [],
        };
    }

    private static OptionValues Rated(KeyedOption option, RateEachCredit method, RatingRange range, IReadOnlyList<string?> responses) =>
        new(option.Option, OptionUse.Rated, true, option.Effectiveness, Each(responses, response =>
            RateEachFormat.RatingsOf(response).TryGetValue(option.Option, out int rating) ? method.CreditOf(option, rating, range) : double.NaN));

    private static OptionValues Chosen(KeyedOption option, OptionUse use, double asked, IReadOnlyList<string?> responses, Func<string?, string?> choiceOf) =>
        new(option.Option, use, option.Effectiveness == asked, option.Effectiveness, Each(responses, r => choiceOf(r) == option.Option ? 1 : 0));

    /// <summary>Many people answer alike: every text is read once.</summary>
    private static double[] Each(IReadOnlyList<string?> responses, Func<string?, double> read)
    {
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        double none = read(null);
        double[] values = new double[responses.Count];
        for (int i = 0; i < values.Length; i++)
        {
            if (responses[i] is not string response)
            {
                values[i] = none;
                continue;
            }

            if (!known.TryGetValue(response, out values[i]))
            {
                values[i] = known[response] = read(response);
            }
        }

        return values;
    }
}

/// <summary>How an option is answered.</summary>
public enum OptionUse
{
    /// <summary>Rated by itself.</summary>
    Rated,

    /// <summary>Chosen as the best.</summary>
    Chosen,

    /// <summary>Chosen as the most effective.</summary>
    Most,

    /// <summary>Chosen as the least effective.</summary>
    Least,
}
