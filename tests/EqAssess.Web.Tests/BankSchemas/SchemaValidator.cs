using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EqAssess.Web.Tests.BankSchemas;

/// <summary>
/// As much of JSON Schema draft 2020-12 as the schemas of banks use. A keyword that it does not know is a failure, so that none is passed
/// over in silence.
/// </summary>
internal sealed class SchemaValidator(JsonObject root)
{
    private static readonly string[] Annotations = ["$schema", "$id", "$defs", "title", "description"];

    /// <summary>What is wrong, each with its place; empty where nothing is.</summary>
    public IReadOnlyList<string> Problems(JsonNode? value) => [.. Check(root, value, "")];

    private IEnumerable<string> Check(JsonObject schema, JsonNode? value, string at) =>
        schema.Where(keyword => !Annotations.Contains(keyword.Key)).SelectMany(keyword => Check(keyword.Key, keyword.Value!, schema, value, at));

    private IEnumerable<string> Check(string keyword, JsonNode rule, JsonObject schema, JsonNode? value, string at) => keyword switch
    {
        "$ref" => Check(Referred(rule.GetValue<string>()), value, at),
        "type" => Types(rule).Any(type => IsOf(type, value)) ? [] : [$"{at}: is no {rule.ToJsonString()}"],
        "enum" => rule.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)) ? [] : [$"{at}: {value?.ToJsonString()} is none of {rule.ToJsonString()}"],
        "pattern" => Text(value) is not { } text || Regex.IsMatch(text, rule.GetValue<string>(), RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)) ? [] : [$"{at}: '{text}' does not match {rule}"],
        "minLength" => Text(value) is not { } text || text.Length >= rule.GetValue<int>() ? [] : [$"{at}: is too short"],
        "maxLength" => Text(value) is not { } text || text.Length <= rule.GetValue<int>() ? [] : [$"{at}: is too long"],
        "minimum" => value?.GetValueKind() != JsonValueKind.Number || value.GetValue<double>() >= rule.GetValue<double>() ? [] : [$"{at}: is below {rule}"],
        "maximum" => value?.GetValueKind() != JsonValueKind.Number || value.GetValue<double>() <= rule.GetValue<double>() ? [] : [$"{at}: is above {rule}"],
        "minItems" => value is not JsonArray few || few.Count >= rule.GetValue<int>() ? [] : [$"{at}: has too few entries"],
        "maxItems" => value is not JsonArray many || many.Count <= rule.GetValue<int>() ? [] : [$"{at}: has too many entries"],
        "uniqueItems" => value is not JsonArray set || set.Select(e => e?.ToJsonString()).Distinct().Count() == set.Count ? [] : [$"{at}: has an entry twice"],
        "items" => value is not JsonArray list ? [] : list.SelectMany((entry, i) => Check(rule.AsObject(), entry, $"{at}/{i}")),
        "properties" => value is not JsonObject block ? [] : block.Where(f => rule[f.Key] is not null).SelectMany(f => Check(rule[f.Key]!.AsObject(), f.Value, $"{at}/{f.Key}")),
        "propertyNames" => value is not JsonObject named ? [] : named.SelectMany(f => Check(rule.AsObject(), JsonValue.Create(f.Key), $"{at}/{f.Key}")),
        "additionalProperties" => value is not JsonObject block ? [] : block.Where(f => schema["properties"]?[f.Key] is null).SelectMany(f => Additional(rule, f.Value, $"{at}/{f.Key}")),
        "required" => value is not JsonObject block ? [] : rule.AsArray().Select(f => f!.GetValue<string>()).Where(f => !block.ContainsKey(f)).Select(f => $"{at}: lacks {f}"),
        "anyOf" => rule.AsArray().Any(one => !Check(one!.AsObject(), value, at).Any()) ? [] : [$"{at}: fits none of {rule.ToJsonString()}"],
        "if" => Check(schema[Check(rule.AsObject(), value, at).Any() ? "else" : "then"]!.AsObject(), value, at),
        "then" or "else" => [],
        _ => throw new NotSupportedException($"The schemas use '{keyword}', which this validator does not know."),
    };

    private IEnumerable<string> Additional(JsonNode rule, JsonNode? value, string at) =>
        rule is JsonObject schema ? Check(schema, value, at) : rule.GetValue<bool>() ? [] : [$"{at}: is no known field"];

    private JsonObject Referred(string reference) => root["$defs"]![reference["#/$defs/".Length..]]!.AsObject();

    private static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray several ? several.Select(t => t!.GetValue<string>()) : [rule.GetValue<string>()];

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => double.IsInteger(value!.GetValue<double>()),
        _ => false,
    };
}
