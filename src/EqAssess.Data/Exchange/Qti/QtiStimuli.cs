using System.Xml.Linq;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>Stimuli of a package: texts that several items refer to, each by a path from its own file.</summary>
internal sealed class QtiStimuli(IReadOnlyDictionary<string, byte[]> files)
{
    // Each item takes a copy, so that a long text would grow with the number of items that name it.
    private const int MostBytes = 16_384;
    private readonly Dictionary<string, XElement?> read = new(StringComparer.Ordinal);

    /// <summary>The body of the stimulus; null where there is none in the package, or a longer one than an item can hold.</summary>
    /// <param name="from">File of the item.</param>
    public XElement? Find(string from, string href)
    {
        string path = Resolved(from, href);
        if (!read.TryGetValue(path, out XElement? body))
        {
            body = files.TryGetValue(path, out byte[]? bytes) && bytes.Length <= MostBytes ? Body(bytes, path) : null;
            read[path] = body;
        }

        return body;
    }

    // What is wrong with the file is said where all files are read.
    private static XElement? Body(byte[] bytes, string path) =>
        QtiXml.Root(bytes, path, []) is { } root && QtiXml.Name(root) == "assessment-stimulus" ? QtiXml.Children(root, "stimulus-body").FirstOrDefault() : null;

    // Only ever looked up among the files of the package.
    private static string Resolved(string from, string href)
    {
        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (string part in href.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not "." and not "..")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
