using EqAssess.Domain.Formats.RateEach;

namespace EqAssess.Domain.Scoring;

/// <summary>All answered ratings of some rate-each items beside their keys, dropped options left out. The two lists run in step.</summary>
/// <param name="Options">Scored options, answered or not.</param>
public sealed record RatingProfile(IReadOnlyList<double> Ratings, IReadOnlyList<double> Keys, int Options)
{
    /// <summary>Items of other formats have no ratings and are passed over.</summary>
    internal static RatingProfile Of(IEnumerable<AnsweredItem> items, RatingRange range)
    {
        var ratings = new List<double>();
        var keys = new List<double>();
        int options = 0;
        foreach (AnsweredItem answered in items.Where(a => a.Item.Format == RateEachFormat.FormatCode))
        {
            IReadOnlyDictionary<string, int> given = RateEachRatings.Read(answered.Item, answered.Response, range);
            foreach (KeyedOption option in answered.Item.ScoredOptions())
            {
                options++;
                if (given.TryGetValue(option.Option, out int rating))
                {
                    ratings.Add(rating);
                    keys.Add(option.Effectiveness);
                }
            }
        }

        return new RatingProfile(ratings, keys, options);
    }
}
