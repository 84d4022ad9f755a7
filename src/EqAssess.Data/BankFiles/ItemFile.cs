using EqAssess.Domain.Banks;
using YamlDotNet.RepresentationModel;

namespace EqAssess.Data.BankFiles;

/// <summary><c>items/&lt;id&gt;.yaml</c>: one item, never with its key.</summary>
internal static class ItemFile
{
    private static readonly string[] OfItem =
        ["id", "use", "format", "domain", "facet", "channel", "contentNote", "title", "situation", "said", "question", "options", "enemies"];

    private static readonly string[] OfUtterance = ["speaker", "text"];
    private static readonly string[] OfOption = ["id", "text"];

    /// <param name="path">Of the item, in its bank.</param>
    public static Item Read(YamlMappingNode root, string path, FileSource source)
    {
        var fields = new Fields(source, path, root, OfItem);
        var item = new Item(
            fields.Text("id"),
            fields.Word<ItemUse>("use"),
            fields.Text("format"),
            fields.Text("facet"),
            fields.Word<Channel>("channel"),
            fields.Text("contentNote") is { Length: > 0 } note ? note : null,
            fields.Text("title"),
            fields.Text("situation"),
            [.. fields.List("said").Select(entry => Said(new Fields(source, entry.Path, entry.Node, OfUtterance)))],
            fields.Word<Question>("question"),
            [.. fields.List("options").Select(entry => Option(new Fields(source, entry.Path, entry.Node, OfOption)))])
        {
            Enemies = fields.Texts("enemies"),
        };
        CheckName(item, fields, source);
        CheckDomain(item, fields);
        return item;
    }

    private static Utterance Said(Fields fields) => new(fields.Text("speaker"), fields.Text("text"));

    private static Option Option(Fields fields) => new(fields.Text("id"), fields.Text("text"));

    private static void CheckName(Item item, Fields fields, FileSource source)
    {
        if (item.Id.Length > 0 && item.Id != source.Stem)
        {
            fields.Report("id", "file-name", $"the id '{item.Id}' differs from the file's name '{source.Stem}': rename one of them");
        }
    }

    // The facet implies the domain; a file may still name it for its readers.
    private static void CheckDomain(Item item, Fields fields)
    {
        string domain = fields.Text("domain");
        if (domain.Length == 0)
        {
            return;
        }

        if (!Constructs.DomainCodes.Contains(domain))
        {
            fields.Report("domain", "unknown-domain", $"unknown domain '{domain}': known are {Known.List(Constructs.DomainCodes)}");
        }
        else if (Constructs.DomainOf(item.Facet) is { } home && home != domain)
        {
            fields.Report("domain", "wrong-domain", $"facet '{item.Facet}' belongs to domain '{home}', not to '{domain}': correct one of them, or leave 'domain' out");
        }
    }
}
