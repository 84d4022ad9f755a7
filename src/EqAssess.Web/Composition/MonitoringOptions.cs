using System.ComponentModel.DataAnnotations;

namespace EqAssess.Web.Composition;

/// <summary>Section <c>Monitoring</c>: how selection rates are judged.</summary>
public sealed record MonitoringOptions
{
    /// <summary>Impact ratio below which rates count as different: four fifths, the rule of thumb of 29 CFR 1607.4 D, which not every law shares.</summary>
    [Range(0.5, 1)]
    public double Threshold { get; init; } = 0.8;
}
