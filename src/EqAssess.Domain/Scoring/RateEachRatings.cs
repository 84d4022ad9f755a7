using EqAssess.Domain.Formats.RateEach;

namespace EqAssess.Domain.Scoring;

/// <summary>Reads the ratings of a rate-each item as scoring sees them.</summary>
public static class RateEachRatings
{
    /// <summary>Ratings by option id; empty for null. Dropped options are still in it.</summary>
    /// <exception cref="FormatException">
    /// A rating lies outside the scale, an option is not in the item, or the text cannot be read: the attempt should never have
    /// accepted it, and a guess would be a wrong score.
    /// </exception>
    public static IReadOnlyDictionary<string, int> Read(PlannedItem item, string? response, RatingRange range)
    {
        IReadOnlyDictionary<string, int> ratings = Parse(item, response);
        foreach ((string option, int rating) in ratings)
        {
            if (item.Options.All(o => o.Option != option))
            {
                throw new FormatException($"A response to {item.ItemId} rates option '{option}', which the item does not have.");
            }

            if (!range.Contains(rating))
            {
                throw new FormatException($"A response to {item.ItemId} rates '{option}' {rating}, outside {range.Lowest} to {range.Highest}.");
            }
        }

        return ratings;
    }

    private static IReadOnlyDictionary<string, int> Parse(PlannedItem item, string? response)
    {
        try
        {
            return RateEachFormat.RatingsOf(response);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw new FormatException($"A response to {item.ItemId} cannot be read.", e);
        }
    }
}
