using System.Globalization;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using YamlDotNet.RepresentationModel;

namespace EqAssess.Data.BankFiles;

/// <summary><c>forms/&lt;id&gt;.yaml</c>: a blueprint, or a form whose items are listed.</summary>
internal static class FormFile
{
    private static readonly string[] OfBoth = ["id", "title", "minutes"];
    private static readonly string[] OfList = [.. OfBoth, "items", "sections"];
    private static readonly string[] OfSection = ["title", "items", "minutes"];

    private static readonly string[] OfBlueprint =
        [.. OfBoth, "forms", "domains", "facets", "formats", "channels", "anchors", "pretest", "pretestCount", "mostShare", "mostAttempts", "mostOverlap"];

    private static readonly string[] OfQuota = ["least", "most"];

    /// <summary>Whether the file lists items; otherwise it is a blueprint.</summary>
    public static bool IsList(YamlMappingNode root) =>
        root.Children.Keys.OfType<YamlScalarNode>().Any(k => k.Value == "items") && root.Children.Keys.OfType<YamlScalarNode>().All(k => k.Value != "domains");

    public static FrozenForm ReadList(YamlMappingNode root, FileSource source)
    {
        var fields = new Fields(source, "", root, OfList);
        var form = new FrozenForm(fields.Text("id"), fields.Text("title"), Whole(fields, "minutes"), fields.Texts("items"))
        {
            Sections = [.. fields.List("sections").Select(entry => Section(new Fields(source, entry.Path, entry.Node, OfSection)))],
        };
        CheckName(form.Id, fields, source);
        return form;
    }

    private static FrozenSection Section(Fields fields) => new(fields.Text("title"), Whole(fields, "items") ?? 0, Whole(fields, "minutes"));

    public static Blueprint ReadBlueprint(YamlMappingNode root, FileSource source)
    {
        var fields = new Fields(source, "", root, OfBlueprint);
        var blueprint = new Blueprint(fields.Text("id"), fields.Text("title"), Exact(fields, "domains"))
        {
            Forms = Whole(fields, "forms") ?? 1,
            Facets = Quotas(fields, "facets"),
            Formats = Quotas(fields, "formats"),
            Channels = Quotas(fields, "channels"),
            Anchors = fields.Texts("anchors"),
            Pretest = fields.Texts("pretest"),
            PretestCount = Whole(fields, "pretestCount") ?? 0,
            Minutes = Whole(fields, "minutes"),
            MostShare = fields.Number("mostShare") ?? 1,
            MostAttempts = Whole(fields, "mostAttempts"),
            MostOverlap = fields.Number("mostOverlap") ?? 1,
        };
        CheckName(blueprint.Id, fields, source);
        return blueprint;
    }

    private static IReadOnlyList<Quota> Exact(Fields fields, string field)
    {
        if (fields.Block(field, known: null) is not { } quotas)
        {
            return [];
        }

        if (quotas.Names.FirstOrDefault(quotas.HoldsBlock) is { } block)
        {
            fields.Spoil(field, $"'{block}' must be a whole number: a form has exactly as many scenarios of a domain, without a least and a most");
            return [];
        }

        return [.. quotas.Names.Select(code => Quota.Exactly(code, Whole(quotas, code) ?? 0))];
    }

    /// <summary>By code a number, which is the least, or a block of <c>least</c> and <c>most</c>.</summary>
    private static IReadOnlyList<Quota> Quotas(Fields fields, string field)
    {
        if (fields.Block(field, known: null) is not { } quotas)
        {
            return [];
        }

        return [.. quotas.Names.Select(code => quotas.HoldsBlock(code) && quotas.Block(code, OfQuota) is { } block
            ? new Quota(code, Whole(block, "least") ?? 0, Whole(block, "most"))
            : new Quota(code, Whole(quotas, code) ?? 0))];
    }

    private static int? Whole(Fields fields, string field)
    {
        string text = fields.Text(field);
        if (text.Length > 0 && !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int _))
        {
            fields.Spoil(field, $"'{field}' must be a whole number, not '{text}'");
            return null;
        }

        return text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
    }

    private static void CheckName(string id, Fields fields, FileSource source)
    {
        if (id.Length > 0 && id != source.Stem)
        {
            fields.Report("id", "file-name", $"the id '{id}' differs from the file's name '{source.Stem}': rename one of them");
        }
    }
}
