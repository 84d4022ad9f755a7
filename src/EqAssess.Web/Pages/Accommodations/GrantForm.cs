using System.Globalization;
using EqAssess.Domain.Attempts;

namespace EqAssess.Web.Pages.Accommodations;

/// <summary>What is granted, as it is filled in.</summary>
public sealed class GrantForm
{
    public const string Untimed = "untimed";
    public const string Other = "other";

    /// <summary>The usual steps, in percent of the limit.</summary>
    public static IReadOnlyList<int> Steps { get; } = [100, 125, 150, 200];

    /// <summary>One of <see cref="Steps"/>, <see cref="Untimed"/>, or <see cref="Other"/> with <see cref="Percent"/>.</summary>
    public string Time { get; set; } = "100";

    public int? Percent { get; set; }

    public int? BreakMinutes { get; set; }

    public bool Typed { get; set; }

    /// <summary>Ids of items.</summary>
    public List<string> Spared { get; set; } = [];

    public static GrantForm Of(Accommodation granted) => new()
    {
        Time = granted.Untimed ? Untimed : Steps.Contains(granted.Percent) ? granted.Percent.ToString(CultureInfo.InvariantCulture) : Other,
        Percent = granted.Percent,
        BreakMinutes = (int)granted.Breaks.TotalMinutes,
        Typed = granted.Typed,
        Spared = [.. granted.SparedItems],
    };

    /// <returns>Null when a number is missing or out of range.</returns>
    public Accommodation? Read(IReadOnlyCollection<string> scenarios)
    {
        int? percent = Time == Untimed ? Accommodation.LeastPercent
            : Time == Other ? Percent
            : int.TryParse(Time, NumberStyles.None, CultureInfo.InvariantCulture, out int step) && Steps.Contains(step) ? step
            : null;
        return percent is not int of || BreakMinutes is < 0 or > 240
            || new Accommodation(of, Time == Untimed, TimeSpan.FromMinutes(BreakMinutes ?? 0), Typed, [.. Spared.Intersect(scenarios).Order(StringComparer.Ordinal)]) is not { IsSound: true } granted
            ? null
            : granted;
    }
}
