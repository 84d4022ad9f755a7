using EqAssess.Domain.Reports;
using EqAssess.Domain.Statistics.Norms;

namespace EqAssess.Domain.Tests.Reports;

/// <summary>Norm groups whose scores are spread evenly from 0 to 100.</summary>
internal static class SampleNorms
{
    public static NormGroup Of(int persons, DateOnly collectedTo, NormTransformation transformation = NormTransformation.Linear, bool fits = true) => new(
        Guid.Empty,
        "Applicants 2026",
        2,
        new NormSample(Enumerable.Range(0, persons).Select(i => 100d * i / (persons - 1))),
        transformation,
        collectedTo.AddMonths(-6),
        collectedTo,
        "applicants for customer care",
        fits);

    /// <summary>One of each kind that a report words differently.</summary>
    public static IEnumerable<NormGroup> Kinds(DateOnly today) =>
    [
        Of(200, today), Of(200, today, NormTransformation.Area), Of(150, today), Of(99, today), Of(200, today.AddYears(-6)), Of(200, today.AddYears(-8)), Of(200, today, fits: false),
    ];
}
