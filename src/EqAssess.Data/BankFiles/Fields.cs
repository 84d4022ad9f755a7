using System.Globalization;
using System.Text;
using EqAssess.Domain.Banks;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EqAssess.Data.BankFiles;

/// <summary>One block of YAML fields. What is missing reads as empty, for the checks to find; what is of the wrong kind is reported here.</summary>
internal sealed class Fields
{
    private static readonly string[] Nulls = ["", "~", "null", "Null", "NULL"];
    private readonly FileSource source;
    private readonly string path;
    private readonly YamlNode node;
    private readonly Dictionary<string, YamlNode> byName = new(StringComparer.Ordinal);

    /// <param name="path">Of the block, in the content.</param>
    /// <param name="known">The fields that the block may have; null where the names are content, as in a key.</param>
    public Fields(FileSource source, string path, YamlNode node, IReadOnlyList<string>? known)
    {
        (this.source, this.path, this.node) = (source, path, node);
        source.Locate(path, node);
        if (node is not YamlMappingNode mapping)
        {
            source.Spoil(path, "wrong-kind", node, $"{Called(path)} must be a block of fields, not {Kind(node)}");
            return;
        }

        foreach (var (name, value) in mapping.Children)
        {
            Add(name, value, known);
        }
    }

    /// <summary>False for something else than a block of fields, which is reported already.</summary>
    public bool IsReadable => node is YamlMappingNode;

    /// <summary>Names of the fields, in their order: for blocks whose names are content.</summary>
    public IEnumerable<string> Names => byName.Keys;

    public bool HoldsBlock(string field) => byName.GetValueOrDefault(field) is YamlMappingNode;

    public bool Has(string field) => byName.ContainsKey(field);

    /// <summary>Empty where the field is missing or cannot be read.</summary>
    public string Text(string field) => Readable(field) ?? "";

    /// <summary>The value whose word the field holds; the first one, and a problem, where it holds no known word.</summary>
    public T Word<T>(string field) where T : struct, Enum
    {
        string? word = IsReadable ? Readable(field) : null;
        if (word is null || Words.Find<T>(word) is not { } found)
        {
            Reword(field, word, Known.List(Words.All<T>()));
            return default;
        }

        return found;
    }

    /// <summary>Null where the field is missing or no number, and in the second case a problem.</summary>
    public double? Number(string field)
    {
        string text = Text(field);
        if (text.Length == 0)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
        {
            return number;
        }

        source.Spoil(PathOf(field), "wrong-kind", byName[field], $"'{field}' must be a number such as 3 or 2.5, not '{text}'");
        return null;
    }

    /// <summary>The entries of a list; none where the field is missing or no list.</summary>
    public IReadOnlyList<(string Path, YamlNode Node)> List(string field)
    {
        if (!byName.TryGetValue(field, out var value) || IsNull(value))
        {
            return [];
        }

        if (value is not YamlSequenceNode list)
        {
            source.Spoil(PathOf(field), "wrong-kind", value, $"'{field}' must be a list, not {Kind(value)}");
            return [];
        }

        return [.. list.Children.Select((entry, i) => (string.Create(CultureInfo.InvariantCulture, $"{PathOf(field)}/{i}"), entry))];
    }

    /// <summary>The named blocks in a block whose names are content; none where the field is missing.</summary>
    public IEnumerable<(string Name, Fields Block)> Blocks(string field, IReadOnlyList<string> known)
    {
        if (!byName.TryGetValue(field, out var value) || IsNull(value))
        {
            return [];
        }

        var named = new Fields(source, PathOf(field), value, known: null);
        return named.byName.Select(entry => (entry.Key, new Fields(source, named.PathOf(entry.Key), entry.Value, known)));
    }

    /// <summary>The block of fields in a field; null where the field is missing.</summary>
    public Fields? Block(string field, IReadOnlyList<string>? known) =>
        byName.TryGetValue(field, out var value) && !IsNull(value) ? new Fields(source, PathOf(field), value, known) : null;

    public IReadOnlyList<string> Texts(string field) => [.. List(field).Select(entry => TextOf(entry.Path, entry.Node) ?? "")];

    public void Report(string field, string code, string message) => source.Report(code, byName.GetValueOrDefault(field, node), message);

    /// <summary>Reports the value of a field that cannot be read.</summary>
    public void Spoil(string field, string message) =>
        source.Spoil(PathOf(field), Has(field) ? "wrong-kind" : "missing", byName.GetValueOrDefault(field, node), message);

    private void Add(YamlNode name, YamlNode value, IReadOnlyList<string>? known)
    {
        if (name is not YamlScalarNode { Value: { } field })
        {
            source.Report("wrong-kind", name, $"a field's name must be text, not {Kind(name)}");
            return;
        }

        if (known is not null && !known.Contains(field))
        {
            source.Report("unknown-field", name, UnknownField.Message(field, known));
            return;
        }

        byName[field] = value;
        source.Locate(PathOf(field), name);
    }

    private void Reword(string field, string? word, string known)
    {
        if (word is { Length: 0 })
        {
            Report(field, "missing", $"'{field}' is missing or empty: say one of {known}");
        }
        else if (word is not null)
        {
            Report(field, $"unknown-{field}", $"unknown {field} '{word}': known are {known}");
        }
    }

    private string? Readable(string field) => byName.TryGetValue(field, out var value) ? TextOf(PathOf(field), value) : "";

    // Null where the value cannot be read, which is reported then.
    private string? TextOf(string at, YamlNode value)
    {
        source.Locate(at, value);
        if (value is not YamlScalarNode scalar)
        {
            source.Spoil(at, "wrong-kind", value, $"{Called(at)} must be text, not {Kind(value)}");
            return null;
        }

        string text = IsNull(scalar) ? "" : (scalar.Value ?? "").Trim();
        if (!IsClean(text))
        {
            source.Spoil(at, "bad-character", value, $"{Called(at)} holds a control character or half a character: take it out");
            return null;
        }

        return text;
    }

    private string PathOf(string field) => path.Length == 0 ? field : $"{path}/{field}";

    private static bool IsNull(YamlNode value) =>
        value is YamlScalarNode { Style: ScalarStyle.Plain } scalar && Nulls.Contains(scalar.Value ?? "");

    // PostgreSQL refuses NUL, XML the other controls, and UTF-8 half a surrogate pair.
    private static bool IsClean(string text) =>
        !text.Any(c => char.IsControl(c) && c is not '\n' and not '\t') && !text.EnumerateRunes().Contains(Rune.ReplacementChar);

    private static string Called(string path)
    {
        string[] parts = path.Split('/');
        return parts.Length > 1 && parts[^1] is [>= '0' and <= '9', ..] ? $"an entry of '{parts[^2]}'" : $"'{parts[^1]}'";
    }

    private static string Kind(YamlNode node) => node switch
    {
        YamlMappingNode => "a block of fields",
        YamlSequenceNode => "a list",
        _ => "text",
    };
}
