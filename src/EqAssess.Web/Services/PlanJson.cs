using System.Text.Json;
using System.Text.Json.Serialization;
using EqAssess.Data.BankFiles;
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

    /// <summary>SHA-256 of how a plan scores (<see cref="SameScoring.ScoringText"/>): the same for plans that give everybody the same score.</summary>
    public static string ScoringDigest(ScoringPlan plan) => Digest.Sha256(plan.ScoringText());

    public static string Write(ScoreSheet sheet) => JsonSerializer.Serialize(sheet, Options);

    public static ScoreSheet ReadSheet(string text) =>
        JsonSerializer.Deserialize<ScoreSheet>(text, Options) ?? throw new InvalidOperationException("A stored score sheet is empty.");
}
