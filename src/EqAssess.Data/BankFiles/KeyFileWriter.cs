using System.Globalization;
using EqAssess.Domain.Scoring;

namespace EqAssess.Data.BankFiles;

/// <summary>The counterpart of <see cref="KeyFile"/>: items in ordinal order of their ids, so that the same key is the same file.</summary>
internal static class KeyFileWriter
{
    public static string Text(Key key)
    {
        var yaml = new YamlWriter();
        yaml.Text("version", key.Version);
        yaml.Raw("status", Words.Of(key.Status));
        yaml.Text("method", key.Method);
        yaml.InBrackets("scale", key.Scale);
        yaml.Text("source", key.Source);
        if (key.Panel is { } panel)
        {
            yaml.Block("panel", () => Panel(yaml, panel));
        }

        yaml.Blocks("items", key.Items.OrderBy(item => item.Key, StringComparer.Ordinal), item =>
        {
            yaml.InBrackets("hangsOn", item.HangsOn);
            yaml.Blocks("options", item.Options.Select(option => KeyValuePair.Create(option.Option, option)), option => Option(yaml, option));
        });
        return yaml.ToString();
    }

    private static void Panel(YamlWriter yaml, KeyPanel panel)
    {
        yaml.Text("title", panel.Title);
        yaml.Text("instructions", panel.Instructions);
        yaml.Raw("closedOn", panel.ClosedOn.ToString("O", CultureInfo.InvariantCulture));
        yaml.Entries("judges", panel.Judges, judge =>
        {
            yaml.Text("pseudonym", judge.Pseudonym);
            yaml.Text("role", judge.Role);
            yaml.Raw("years", judge.Years.ToString(CultureInfo.InvariantCulture));
        });
        if (panel.Thresholds is { } thresholds)
        {
            yaml.Block("thresholds", () =>
            {
                foreach ((string name, double value) in ThresholdFields.Of(thresholds))
                {
                    yaml.Number(name, value);
                }
            });
        }
    }

    // A dropped option may keep what had been said of it.
    private static void Option(YamlWriter yaml, KeyedOption option)
    {
        if (option.DroppedBecause is { } reason)
        {
            yaml.Text("dropped", reason);
        }

        if (option.DroppedBecause is null || option.Effectiveness != 0)
        {
            yaml.Number("effectiveness", option.Effectiveness);
        }

        if (option.Rationale.Length > 0)
        {
            yaml.Text("rationale", option.Rationale);
        }

        yaml.InBrackets("principles", option.Principles);
        Ratings(yaml, "ratings", option.Ratings);
        Ratings(yaml, "firstRatings", option.FirstRatings);
    }

    private static void Ratings(YamlWriter yaml, string name, IReadOnlyList<int>? ratings)
    {
        if (ratings is not null)
        {
            yaml.InBrackets(name, ratings);
        }
    }
}
