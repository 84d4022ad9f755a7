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
        var parser = new GuardedParser(text, source);
        try
        {
            stream.Load(parser);
        }
        catch (RefusedYaml e)
        {
            source.Report("refused", (int)e.Start.Line, e.Message);
            return null;
        }
        catch (YamlException e)
        {
            source.Report("invalid-yaml", (int)e.Start.Line, Invalid(e.Message.TrimEnd('.')));
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet 16.3 answers some broken YAML like this, for example "- : w", and "x: [a, b:#c]".
            source.Report("invalid-yaml", parser.LineReached, Invalid("a field lacks its name or its value"));
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

    private static string Invalid(string why) =>
        $"this is not valid YAML: {why}. Look for wrong indentation, and for a text with ': ' or ' #' in it that needs quotes";
}
