using System.Text.Json;
using System.Text.Json.Serialization;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Statistics;

namespace EqAssess.Web.Services;

/// <summary>Statistics as the text that is stored: numbers unrounded, and the reason in the place of one that is missing.</summary>
public static class InsightJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        Converters = { new EstimateConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(Insight insight) => JsonSerializer.Serialize(insight, Options);

    public static string Write(ScoringComparison comparison) => JsonSerializer.Serialize(comparison, Options);

    public static string Write(IReadOnlyList<ScoringChoice> question) => JsonSerializer.Serialize(question, Options);

    public static Insight ReadInsight(string text) => Read<Insight>(text);

    public static ScoringComparison ReadComparison(string text) => Read<ScoringComparison>(text);

    public static IReadOnlyList<ScoringChoice> ReadQuestion(string text) => Read<IReadOnlyList<ScoringChoice>>(text);

    private static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options) ?? throw new InvalidOperationException("Stored statistics are empty.");

    private sealed class EstimateConverter : JsonConverter<Estimate>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(Estimate));

        public override Estimate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.Number
            ? reader.GetDouble()
            : Enum.Parse<NoEstimate>(reader.GetString()!, ignoreCase: true);

        public override void Write(Utf8JsonWriter writer, Estimate value, JsonSerializerOptions options)
        {
            if (value.OrNull is double number)
            {
                writer.WriteNumberValue(number);
            }
            else
            {
                writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(value.MissingBecause.ToString()!));
            }
        }
    }
}
