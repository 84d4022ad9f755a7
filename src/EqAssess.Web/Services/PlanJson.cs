using System.Text.Json;
using System.Text.Json.Serialization;
using EqAssess.Domain.Scoring;

namespace EqAssess.Web.Services;

/// <summary>Scoring plans and score sheets as the text that is stored.</summary>
public static class PlanJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(ScoringPlan plan) => JsonSerializer.Serialize(plan, Options);

    public static ScoringPlan ReadPlan(string text) =>
        JsonSerializer.Deserialize<ScoringPlan>(text, Options) ?? throw new InvalidOperationException("A stored scoring plan is empty.");

    public static string Write(ScoreSheet sheet) => JsonSerializer.Serialize(sheet, Options);

    public static ScoreSheet ReadSheet(string text) =>
        JsonSerializer.Deserialize<ScoreSheet>(text, Options) ?? throw new InvalidOperationException("A stored score sheet is empty.");
}
