using System.Globalization;
using System.Text;

namespace EqAssess.Data.BankFiles;

/// <summary>Writes YAML blocks of fields: two spaces a level, lists of blocks under a dash, short lists in brackets, long texts folded.</summary>
internal sealed class YamlWriter
{
    /// <summary>Characters of a line, indentation included.</summary>
    public const int Width = 92;

    private readonly StringBuilder text = new();
    private int indent;
    private bool startsEntry;

    public override string ToString() => text.ToString();

    /// <summary>A text of people: folded where it does not fit on the line of its field.</summary>
    public void Text(string name, string value)
    {
        string kept = YamlScalar.Kept(value);
        string inline = YamlScalar.Inline(kept);
        bool fits = indent + name.Length + 2 + inline.Length <= Width && !kept.Contains('\n', StringComparison.Ordinal);
        if (fits || !YamlScalar.CanFold(kept))
        {
            Raw(name, inline);
            return;
        }

        Raw(name, ">");
        foreach (string line in YamlScalar.Folded(kept, Width - indent - 2))
        {
            text.Append(' ', line.Length == 0 ? 0 : indent + 2).Append(line).Append('\n');
        }
    }

    /// <summary>A value that is YAML as it stands.</summary>
    public void Raw(string name, string value)
    {
        text.Append(' ', startsEntry ? indent - 2 : indent).Append(startsEntry ? "- " : "").Append(YamlScalar.Inline(name)).Append(':');
        text.Append(value.Length == 0 ? "" : " ").Append(value).Append('\n');
        startsEntry = false;
    }

    /// <summary>Exact and without an exponent, which the reader does not take.</summary>
    public void Number(string name, double value)
    {
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        Raw(name, shortest.Contains('E', StringComparison.Ordinal) ? value.ToString("F340", CultureInfo.InvariantCulture).TrimEnd('0').TrimEnd('.') : shortest);
    }

    public void InBrackets(string name, IEnumerable<int> values) => Raw(name, $"[{string.Join(", ", values.Select(v => v.ToString(CultureInfo.InvariantCulture)))}]");

    /// <summary>Ids; nothing at all where there are none.</summary>
    public void InBrackets(string name, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
        {
            Raw(name, $"[{string.Join(", ", ids.Select(YamlScalar.InBrackets))}]");
        }
    }

    /// <summary>Ids, each on a line of its own.</summary>
    public void Lines(string name, IReadOnlyList<string> ids)
    {
        Raw(name, ids.Count == 0 ? "[]" : "");
        foreach (string id in ids)
        {
            text.Append(' ', indent + 2).Append("- ").Append(YamlScalar.Inline(id)).Append('\n');
        }
    }

    /// <summary>Named blocks in a block.</summary>
    public void Blocks<T>(string name, IEnumerable<KeyValuePair<string, T>> blocks, Action<T> content)
    {
        var all = blocks.ToList();
        Raw(name, all.Count == 0 ? "{}" : "");
        indent += 2;
        foreach (var (blockName, block) in all)
        {
            Block(blockName, () => content(block));
        }

        indent -= 2;
    }

    public void Block(string name, Action content)
    {
        Raw(name, "");
        indent += 2;
        content();
        indent -= 2;
    }

    /// <summary>A list of blocks, each under a dash.</summary>
    public void Entries<T>(string name, IReadOnlyList<T> values, Action<T> content)
    {
        Raw(name, values.Count == 0 ? "[]" : "");
        indent += 4;
        foreach (T value in values)
        {
            startsEntry = true;
            content(value);
        }

        indent -= 4;
    }
}
