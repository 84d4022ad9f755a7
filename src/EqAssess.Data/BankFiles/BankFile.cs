using EqAssess.Domain.Banks;
using YamlDotNet.RepresentationModel;

namespace EqAssess.Data.BankFiles;

/// <summary><c>bank.yaml</c>: all of a bank but its items.</summary>
internal static class BankFile
{
    public const string Name = "bank.yaml";

    private static readonly string[] OfDomain = ["code", "title", "interviewQuestion", "followUp", "facets"];
    private static readonly string[] OfFacet = ["code", "title", "behaviour"];

    public static IReadOnlyList<string> OfBank { get; } = ["id", "title", "language", "description", "domains"];

    public static Bank Read(YamlMappingNode root, FileSource source)
    {
        var fields = new Fields(source, "", root, OfBank);
        return new Bank(
            fields.Text("id"),
            fields.Text("title"),
            fields.Text("language"),
            fields.Text("description"),
            [.. fields.List("domains").Select(entry => Domain(new Fields(source, entry.Path, entry.Node, OfDomain), source))],
            []);
    }

    private static BankDomain Domain(Fields fields, FileSource source) => new(
        fields.Text("code"),
        fields.Text("title"),
        fields.Text("interviewQuestion"),
        fields.Text("followUp"),
        [.. fields.List("facets").Select(entry => Facet(new Fields(source, entry.Path, entry.Node, OfFacet)))]);

    private static Facet Facet(Fields fields) => new(fields.Text("code"), fields.Text("title"), fields.Text("behaviour"));
}
