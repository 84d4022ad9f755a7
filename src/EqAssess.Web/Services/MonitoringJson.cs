using System.Text.Json;
using System.Text.Json.Serialization;
using EqAssess.Domain.Monitoring;

namespace EqAssess.Web.Services;

/// <summary>Counts by groups as the text that is stored.</summary>
public static class MonitoringJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(SelectionSnapshot snapshot) => JsonSerializer.Serialize(snapshot, Options);

    public static SelectionSnapshot ReadSnapshot(string text) =>
        JsonSerializer.Deserialize<SelectionSnapshot>(text, Options) ?? throw new InvalidOperationException("A stored snapshot is empty.");

    public static string Write(FormFairness fairness) => JsonSerializer.Serialize(fairness, Options);

    public static FormFairness ReadFairness(string text) =>
        JsonSerializer.Deserialize<FormFairness>(text, Options) ?? throw new InvalidOperationException("A stored comparison is empty.");
}
