using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EqAssess.Data.BankFiles;

/// <summary>Text to YAML nodes.</summary>
internal static class YamlFile
{
    /// <summary>The block of fields that the file holds; null where there is none to read, and the problem says why.</summary>
    public static YamlMappingNode? Root(string text, FileSource source)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new GuardedParser(new Parser(new StringReader(text)), source));
        }
        catch (YamlException e)
        {
            source.Report("invalid-yaml", (int)e.Start.Line, $"this is not valid YAML: {e.Message.TrimEnd('.')}. Look for wrong indentation, and for a text with ': ' or ' #' in it that needs quotes");
            return null;
        }

        if (stream.Documents.Count == 0)
        {
            source.Report("empty-file", 1, "the file is empty: write its content, or take it out");
            return null;
        }

        foreach (var more in stream.Documents.Skip(1))
        {
            source.Report("second-document", more.RootNode, "a second document starts above this line (---): put it into a file of its own");
        }

        if (stream.Documents[0].RootNode is YamlMappingNode root)
        {
            return root;
        }

        source.Report("wrong-kind", stream.Documents[0].RootNode, "the file must be a block of fields, such as 'id: …'");
        return null;
    }
}
