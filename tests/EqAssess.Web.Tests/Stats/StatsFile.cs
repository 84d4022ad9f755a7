using System.Text.Json;
using EqAssess.Web.Tests.BankFiles;

namespace EqAssess.Web.Tests.Stats;

/// <summary>A CSV file in the folder for temporary files, and what <c>eqassess stats</c> makes of it.</summary>
internal sealed class StatsFile : IDisposable
{
    public StatsFile(string text) => File.WriteAllText(Path, text);

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);

    public CommandRun Run(string verb, params string[] more) => CommandRun.Of(["stats", verb, Path, .. more]);

    public JsonElement Json(string verb, params string[] more)
    {
        CommandRun run = Run(verb, [.. more, "--json"]);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }

    /// <summary>The figures of an item: of the table "items" unless another is named.</summary>
    public static JsonElement Row(JsonElement json, string name, string table = "items", string by = "item") =>
        json.GetProperty(table).EnumerateArray().Single(i => i.GetProperty(by).GetString() == name);

    public static void Near(double want, JsonElement figures, string name, double within = 1e-9) =>
        Assert.Equal(want, figures.GetProperty(name).GetDouble(), within);

    /// <summary>A null with its reason beside it.</summary>
    public static void Missing(string reason, JsonElement figures, string name)
    {
        Assert.Equal(JsonValueKind.Null, figures.GetProperty(name).ValueKind);
        Assert.Equal(reason, figures.GetProperty($"{name}Reason").GetString());
    }
}
