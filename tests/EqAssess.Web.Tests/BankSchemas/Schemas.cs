using System.Text.Json.Nodes;
using EqAssess.Testing;

namespace EqAssess.Web.Tests.BankSchemas;

internal static class Schemas
{
    public static JsonObject Bank { get; } = Read("bank");

    public static JsonObject Item { get; } = Read("item");

    public static JsonObject Key { get; } = Read("key");

    public static JsonObject Form { get; } = Read("form");

    /// <summary>The schema of a bank's file, by its path.</summary>
    public static JsonObject For(string file) => file switch
    {
        "bank.yaml" => Bank,
        _ when file.StartsWith("items/", StringComparison.Ordinal) => Item,
        _ when file.StartsWith("keys/", StringComparison.Ordinal) => Key,
        _ when file.StartsWith("forms/", StringComparison.Ordinal) => Form,
        _ => throw new ArgumentException($"No schema describes {file}.", nameof(file)),
    };

    public static IReadOnlyList<string> Problems(string file, string yaml) => new SchemaValidator(For(file)).Problems(YamlAsJson.Of(yaml));

    private static JsonObject Read(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(BuiltSite.QuestionBanks, ".schema", $"{name}.schema.json")))!.AsObject();
}
