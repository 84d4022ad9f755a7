using EqAssess.Domain.Attempts;
using EqAssess.Domain.Forms;

namespace EqAssess.Web.Rendering;

/// <summary>What somebody was granted, as they read it.</summary>
public static class AdjustmentWords
{
    /// <summary>One line for each adjustment, as it changes this form; empty where nothing was granted.</summary>
    public static IReadOnlyList<string> Lines(CandidateWords words, Accommodation granted, FormVersion form)
    {
        var lines = new List<string>();
        if (granted.Untimed)
        {
            lines.Add(words["Adjust.Has.Untimed"]);
        }
        else if (granted.Percent > Accommodation.LeastPercent)
        {
            lines.Add(words["Adjust.Has.Time", Minutes(granted, form), Minutes(Accommodation.None, form)]);
        }

        if (granted.Breaks > TimeSpan.Zero && !granted.Untimed)
        {
            lines.Add(words["Adjust.Has.Breaks", (int)granted.Breaks.TotalMinutes]);
        }

        if (granted.Typed)
        {
            lines.Add(words["Adjust.Has.Typed"]);
        }

        if (form.Items.Any(i => granted.SparedItems.Contains(i.Content.Id)))
        {
            lines.Add(words["Adjust.Has.Scenario"]);
        }

        return lines;
    }

    /// <summary>Whole minutes, rounded up.</summary>
    public static int Minutes(Accommodation granted, FormVersion form) => Minutes(granted, form.TimeLimit);

    /// <summary>Whole minutes, rounded up.</summary>
    public static int Minutes(Accommodation granted, TimeSpan limit) => (int)Math.Ceiling(limit.TotalMinutes * granted.Percent / 100);
}
