using EqAssess.Domain.Attempts;
using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Forms;

namespace EqAssess.Domain.Scoring;

/// <summary>
/// How often somebody chose the lowest or the highest point of the rating scale. It is information about a way of answering: no score, no
/// finding about a person and no reason to reject anybody.
/// </summary>
public static class EndsOfScale
{
    /// <summary>People on the form below which nothing is said about what is unusual (reference 4.1).</summary>
    public const int LeastPeople = 100;

    /// <summary>Share of the people on the form that somebody has to exceed to be told apart.</summary>
    public const double Unusual = 0.90;

    /// <summary>Share of a person's ratings that is worth a word where no base rate is known.</summary>
    public const double Mostly = 0.75;

    /// <returns>From 0 to 1 over all ratings given; null where nothing was rated, as in written answers and in other formats.</returns>
    public static double? ShareOf(FormVersion form, ResponseSet responses)
    {
        HashSet<Guid> rated = [.. form.Items.Where(i => i.Content.Format == RateEachFormat.FormatCode).Select(i => i.Version)];
        List<int> ratings =
        [
            .. responses.Items.Where(r => rated.Contains(r.ItemVersion) && r.Response is not null && !TypedResponse.IsText(r.Response))
                .SelectMany(r => RateEachFormat.RatingsOf(r.Response).Values),
        ];
        return ratings.Count == 0 ? null : (double)ratings.Count(r => r == RateEachFormat.Scale[0] || r == RateEachFormat.Scale[^1]) / ratings.Count;
    }

    /// <param name="share">As <see cref="ShareOf"/> gives it.</param>
    /// <param name="people">Others who took the form and whose ratings count.</param>
    /// <param name="below">How many of them chose the ends less often.</param>
    /// <remarks>Nothing is said of whoever has no ratings, in the same words as of everybody who answers as others do: how answers were given shows nowhere.</remarks>
    public static PatternFinding FindingOf(double? share, int people, int below) =>
        share is not double own ? PatternFinding.Ordinary
        : people >= LeastPeople ? (below > Unusual * people ? PatternFinding.MoreThanMost : PatternFinding.Ordinary)
        : own >= Mostly ? PatternFinding.MostlyEnds
        : PatternFinding.Ordinary;
}

/// <summary>What is said about a way of answering.</summary>
public enum PatternFinding
{
    Ordinary,

    /// <summary>Used the ends of the scale more than nine of ten people who took this form.</summary>
    MoreThanMost,

    /// <summary>Used mostly the ends; too few people took this form to say whether that is unusual.</summary>
    MostlyEnds,
}
