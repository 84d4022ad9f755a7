using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics.Norms;

namespace EqAssess.Domain.Reports;

/// <summary>A person's place in the norm group of the campaign, as far as the group allows to say one.</summary>
public abstract record NormedScore
{
    private NormedScore()
    {
    }

    /// <param name="group">The group that the campaign is pinned to; null for none.</param>
    /// <param name="score">Of the whole test.</param>
    /// <param name="simulated">Whether no person took the test: such a score is not put among people.</param>
    public static NormedScore? Of(NormGroup? group, OverallScore score, bool simulated, DateOnly today)
    {
        if (group is null || simulated || score is not OverallScore.Shown shown)
        {
            return null;
        }

        return group.RefusalOn(today) is NormRefusal reason ? new Unusable(group, reason)
            : group.Size == NormSize.Provisional ? Banded.In(group, shown)
            : Ranked.In(group, shown);
    }

    /// <summary>The group is there, and says nothing about this score.</summary>
    public sealed record Unusable(NormGroup Group, NormRefusal Reason) : NormedScore;

    /// <summary>A group of 100 to 199: a band of ten percentile ranks.</summary>
    /// <param name="From">0, 10 … 90.</param>
    /// <param name="LowerFrom">Where the band begins that holds the lower limit of the score's own interval.</param>
    /// <param name="UpperTo">Where the band ends that holds the upper limit.</param>
    public sealed record Banded(NormGroup Group, int From, int LowerFrom, int UpperTo) : NormedScore
    {
        private const int Width = 10;

        public int To => From + Width;

        /// <summary>Where the band of a rank begins; rank 100 belongs to the last one.</summary>
        public static int BandOf(PercentileRank rank) => Math.Min(100 - Width, (int)Math.Floor(rank.Value / Width) * Width);

        internal static Banded In(NormGroup group, OverallScore.Shown score) => new(
            group, BandOf(group.Sample.PercentileRank(score.Percent)), BandOf(group.Sample.PercentileRank(score.Lower)), BandOf(group.Sample.PercentileRank(score.Upper)) + Width);
    }

    /// <param name="Rank">Its Wilson limits say how well the group fixes the rank.</param>
    /// <param name="Sten">By the transformation of the group; null where all its members have one score.</param>
    /// <param name="AtLower">Rank of the lower limit of the score's own interval.</param>
    /// <param name="AtUpper">Rank of the upper limit.</param>
    public sealed record Ranked(NormGroup Group, PercentileRank Rank, int? Sten, PercentileRank AtLower, PercentileRank AtUpper) : NormedScore
    {
        internal static Ranked In(NormGroup group, OverallScore.Shown score) => new(
            group,
            group.Sample.PercentileRank(score.Percent),
            group.StandardScores(score.Percent)?.Sten,
            group.Sample.PercentileRank(score.Lower),
            group.Sample.PercentileRank(score.Upper));
    }
}

/// <summary>A norm version as reports use it.</summary>
/// <param name="Fits">Whether its scores were made in the way in which the campaign is scored.</param>
/// <param name="People">Who they were: applicants or incumbents, for which jobs.</param>
public sealed record NormGroup(
    Guid Id, string Title, int Number, NormSample Sample, NormTransformation Transformation, DateOnly CollectedFrom, DateOnly CollectedTo, string People, bool Fits)
{
    public NormSize Size => NormStanding.OfSize(Sample.Persons);

    /// <summary>Why it says nothing about a score; null where it does.</summary>
    public NormRefusal? RefusalOn(DateOnly today) =>
        !Fits ? NormRefusal.OtherScoring
        : Size == NormSize.TooFew ? NormRefusal.TooFew
        : NormStanding.OfAge(CollectedTo, today) == NormAge.Expired ? NormRefusal.Expired
        : null;

    public StandardScores? StandardScores(double score) => Transformation == NormTransformation.Area ? Sample.Area(score) : Sample.Linear(score);
}

/// <summary>Why a norm group says nothing about a score.</summary>
public enum NormRefusal
{
    /// <summary>Since it was pinned, the campaign is scored by another key or plan.</summary>
    OtherScoring,
    TooFew,

    /// <summary>Its newest data are eight years old.</summary>
    Expired,
}
