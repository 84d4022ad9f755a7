using System.Globalization;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Results;

/// <summary>One line of the list, with what drawing it needs.</summary>
public sealed record RowView(ResultRow Row, CampaignResults Results, IReadOnlyDictionary<string, string> DomainTitles)
{
    public required Guid Campaign { get; init; }

    public required bool MayPick { get; init; }

    /// <summary>For the age of the norm group.</summary>
    public required DateOnly Today { get; init; }

    public bool IsSelected => Results.Selected is not null && Results.Selected.Attempt == Row.Attempt;

    /// <summary>The page on which somebody decides about this person.</summary>
    public string CasePage => $"/campaigns/{Campaign}/results/{Row.Invitation}";

    public BarView Bar => new(
        Row.Score!,
        Results.Marks && Results.AgainstSelected(Row) is not ScoreComparison.Refused ? Results.Selected?.Score?.Percent : null,
        Results.Band,
        IsSelected);

    /// <summary>A point of the 0 to 100 axis as an SVG length, clipped to the axis.</summary>
    public static string At(double percent) => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(percent, 0, 100):0.##}%");

    /// <summary>The length between two points of the axis, both clipped.</summary>
    public static string Between(double from, double to) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(to, 0, 100) - Math.Clamp(from, 0, 100):0.##}%");

    /// <summary>A score as it is shown: whole points, half away from zero.</summary>
    public static string Shown(double percent) =>
        Math.Round(Math.Clamp(percent, 0, 100), MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
}
