using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace EqAssess.Data.BankFiles;

/// <summary>Looks for comments, which the reader passes over and the canonical form has none of.</summary>
public static class YamlComments
{
    internal static bool AreIn(Stream file) => AreIn(new StreamReader(file, Encoding.UTF8).ReadToEnd());

    /// <summary>Up to where the text is YAML.</summary>
    public static bool AreIn(string text)
    {
        if (!text.Contains('#', StringComparison.Ordinal))
        {
            return false;
        }

        var scanner = new Scanner(new StringReader(text), skipComments: false);
        try
        {
            // At what is no YAML, the scanner may give one error token after the other, for ever.
            while (scanner.MoveNext() && scanner.Current is not Error)
            {
                if (scanner.Current is Comment)
                {
                    return true;
                }
            }
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException)
        {
            // The reader has its own words for what is no YAML.
        }

        return false;
    }
}
