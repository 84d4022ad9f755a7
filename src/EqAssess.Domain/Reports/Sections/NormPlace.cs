using System.Globalization;
using EqAssess.Domain.Statistics.Norms;

namespace EqAssess.Domain.Reports.Sections;

/// <summary>Where the score lies in a norm group, with the size and the age of the group. Nothing where the campaign has none.</summary>
public sealed class NormPlace : IReportSection
{
    public string Code => "norms";

    public ReportSection? Build(ReportInput input) => input.Normed() is not NormedScore normed
        ? null
        : new ReportSection(Code, input.Words("Norms.Heading"), [.. Blocks(normed, input)]);

    private static IEnumerable<Block> Blocks(NormedScore normed, ReportInput input) => normed switch
    {
        NormedScore.Ranked ranked => [.. OfRank(ranked, input.Words), .. About(ranked.Group, input)],
        NormedScore.Banded banded => [new Block.Paragraph(input.Words("Norms.Band", banded.From, banded.To)), new Block.Paragraph(input.Words("Norms.Band.Error", banded.LowerFrom, banded.UpperTo)), .. About(banded.Group, input)],
        NormedScore.Unusable { Reason: var reason } => [new Block.Paragraph(input.Words($"Norms.Unusable.{reason}"))],
        _ => throw new ArgumentOutOfRangeException(nameof(normed), normed, "Unknown kind of place in a norm group."),
    };

    private static IEnumerable<Block> OfRank(NormedScore.Ranked ranked, ReportWords words)
    {
        (double lower, double upper) = ranked.Rank.Limits;
        yield return new Block.Paragraph(words("Norms.Rank", ranked.Rank.Display, lower, upper));
        yield return new Block.Paragraph(words("Norms.Error", ranked.AtLower.Display, ranked.AtUpper.Display));
        if (ranked.Sten is int sten)
        {
            yield return new Block.Paragraph(words($"Norms.Sten.{ranked.Group.Transformation}", sten), Soft: true);
        }
    }

    private static IEnumerable<Block> About(NormGroup group, ReportInput input)
    {
        yield return new Block.Paragraph(
            input.Words("Norms.Group", group.Title, group.Number.ToString(CultureInfo.InvariantCulture), group.Sample.Persons, group.People, group.CollectedFrom, group.CollectedTo), Soft: true);
        if (group.Size == NormSize.Provisional)
        {
            yield return new Block.Caution(input.Words("Norms.Provisional", group.Sample.Persons));
        }

        if (NormStanding.OfAge(group.CollectedTo, input.ReportedOn) == NormAge.Review)
        {
            yield return new Block.Caution(input.Words("Norms.Review"));
        }
    }
}
