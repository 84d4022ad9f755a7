using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EqAssess.Domain.Statistics;

namespace EqAssess.Cli.Stats;

/// <summary>Named figures in the order in which they were put; printed as JSON without rounding, or as a table for people.</summary>
internal sealed class Figures
{
    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject values = [];

    /// <summary>A number, or null and a second figure that says why.</summary>
    public Figures Put(string name, Estimate estimate)
    {
        values[name] = estimate.OrNull;
        return estimate.MissingBecause is { } reason ? Put($"{name}Reason", reason.ToString()) : this;
    }

    public Figures Put(string name, double? number, string reason) => number is double known
        ? Put(name, known)
        : Put(name, (string?)null).Put($"{name}Reason", reason);

    public Figures Put(string name, double number)
    {
        values[name] = number;
        return this;
    }

    public Figures Put(string name, string? text)
    {
        values[name] = text;
        return this;
    }

    public Figures Put(string name, string? text, string reason) => text is null ? Put(name, text).Put($"{name}Reason", reason) : Put(name, text);

    public Figures Put(string name, int count)
    {
        values[name] = count;
        return this;
    }

    public Figures Put(string name, bool fact)
    {
        values[name] = fact;
        return this;
    }

    public Figures Put(string name, IEnumerable<double> numbers)
    {
        values[name] = new JsonArray([.. numbers.Select(n => (JsonNode)n)]);
        return this;
    }

    public Figures Put(string name, IEnumerable<string> texts)
    {
        values[name] = new JsonArray([.. texts.Select(t => (JsonNode)t)]);
        return this;
    }

    /// <summary>Rows of a table, each with its own figures.</summary>
    public Figures Put(string name, IEnumerable<Figures> rows)
    {
        values[name] = new JsonArray([.. rows.Select(r => (JsonNode)r.values)]);
        return this;
    }

    public string Json() => values.ToJsonString(Plain) + Environment.NewLine;

    public string Table()
    {
        var text = new StringBuilder();
        foreach ((string name, JsonNode? value) in values.Where(v => !IsTable(v.Value) && !IsReason(values, v.Key)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{name}: {Cell(values, name, value)}");
        }

        foreach ((string name, JsonNode? value) in values.Where(v => IsTable(v.Value)))
        {
            text.AppendLine().AppendLine(name);
            Append(text, [.. value!.AsArray().Select(r => r!.AsObject())], "  ");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonObject[] rows, string indent)
    {
        string[] names = [.. rows.SelectMany(r => r.Where(v => !IsTable(v.Value) && !IsReason(r, v.Key)).Select(v => v.Key)).Distinct(StringComparer.Ordinal)];
        string[][] cells = [names, .. rows.Select(r => Array.ConvertAll(names, n => Cell(r, n, r[n])))];
        int[] widths = [.. names.Index().Select(n => cells.Max(c => c[n.Index].Length))];
        foreach ((int place, string[] row) in cells.Index())
        {
            text.AppendLine((indent + string.Join("  ", row.Zip(widths, (c, w) => c.PadRight(w)))).TrimEnd());
            foreach ((_, JsonNode? inner) in place == 0 ? [] : rows[place - 1].Where(v => IsTable(v.Value)))
            {
                Append(text, [.. inner!.AsArray().Select(r => r!.AsObject())], indent + "    ");
            }
        }
    }

    private static bool IsTable(JsonNode? value) => value is JsonArray { Count: > 0 } array && array[0] is JsonObject;

    private static bool IsReason(JsonObject row, string name) =>
        name.EndsWith("Reason", StringComparison.Ordinal) && row.ContainsKey(name[..^"Reason".Length]);

    private static string Cell(JsonObject row, string name, JsonNode? value) => value switch
    {
        null => row.TryGetPropertyValue($"{name}Reason", out JsonNode? reason) ? $"({Words(reason?.ToString())})" : "-",
        JsonArray list => string.Join(' ', list.Select(n => Cell(row, name, n))),
        JsonValue number when number.GetValueKind() == JsonValueKind.Number => Rounded(number.GetValue<object>()),
        JsonValue fact when fact.GetValueKind() is JsonValueKind.True or JsonValueKind.False => fact.GetValue<bool>() ? "yes" : "no",
        _ => value.ToString(),
    };

    private static string Words(string? reason) => reason switch
    {
        nameof(NoEstimate.InsufficientData) => "too few",
        nameof(NoEstimate.ZeroVariance) => "no spread",
        nameof(NoEstimate.NotEstimable) => "none",
        _ => reason?.ToLowerInvariant() ?? "",
    };

    private static string Rounded(object number) => number is double value
        ? value != 0 && Math.Abs(value) < .0005
            ? value.ToString("0.00e-0", CultureInfo.InvariantCulture)
            : Math.Round(value, 4, MidpointRounding.AwayFromZero).ToString("0.0###", CultureInfo.InvariantCulture)
        : Convert.ToString(number, CultureInfo.InvariantCulture) ?? "";
}
