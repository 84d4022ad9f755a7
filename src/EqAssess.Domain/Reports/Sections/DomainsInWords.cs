using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports.Sections;

/// <summary>
/// The domains in words, which compare the person's own domains only. A domain of some six scenarios is rarely reliable enough for a
/// number; it has one only where <see cref="DomainNumber"/> allows it.
/// </summary>
public sealed class DomainsInWords : IReportSection
{
    public string Code => "domains";

    public ReportSection? Build(ReportInput input)
    {
        IReadOnlyList<DomainStanding> standings = input.Standings();
        return standings.Count == 0
            ? null
            : new ReportSection(
                Code,
                input.Words("Domains.Heading"),
                [
                    new Block.Paragraph(input.Words(standings.Any(s => Number(s, input) is not null) ? "Domains.WhyNumbers" : "Domains.Why"), Soft: true),
                    new Block.Table([.. standings.Select(s => Row(s, input))]),
                    .. Notes(standings, input),
                ]);
    }

    private static TableRow Row(DomainStanding standing, ReportInput input) => new(
        input.Domains.Single(d => d.Code == standing.Domain).Title,
        Number(standing, input) is DomainNumber number
            ? $"{input.Words($"Domains.{standing.Standing}")} {input.Words("Domains.Number", number.Percent, Math.Max(0, number.Lower), Math.Min(100, number.Upper), number.Statistics.Reliability)}"
            : input.Words($"Domains.{standing.Standing}"),
        standing.Standing is Standing.ReliablyBelow or Standing.ReliablyAbove ? input.Words($"Domains.{standing.Standing}.Mark") : null);

    private static DomainNumber? Number(DomainStanding standing, ReportInput input) => DomainNumber.Of(input.Sheet, input.Plan, standing.Domain);

    private static IEnumerable<Block> Notes(IReadOnlyList<DomainStanding> standings, ReportInput input)
    {
        if (standings.All(s => s.Standing == Standing.NotComparable))
        {
            yield break;
        }

        // One domain in forty is marked "below" by chance, and one in forty "above"; their marks exclude each other almost entirely.
        string chance = standings.Count == 4 ? "Domains.ChanceOfFour" : "Domains.Chance";
        string basis = input.Plan.TotalStatistics() is ScaleStatistics total && total.IsAssumed() ? " " + input.Words("Domains.Assumed") : "";
        yield return new Block.Paragraph(input.Words(chance) + basis, Soft: true);
    }
}
