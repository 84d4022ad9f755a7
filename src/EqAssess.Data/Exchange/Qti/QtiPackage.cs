using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>A bank as a QTI 3.0 content package, and packages and items of QTI 3.0, 2.2 and 2.1 as a draft of a bank.</summary>
public static class QtiPackage
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    /// <summary>
    /// Writes the package: each item, a test of the live ones, and, below <c>eqassess/</c>, <c>bank.yaml</c> and the forms, which QTI has no place for. With keys,
    /// these stand in <c>eqassess/keys</c>, panel and all, and the items carry the credits of the best founded one. The same bank gives
    /// the same bytes; it writes synchronously.
    /// </summary>
    /// <param name="bank">Has passed the checks.</param>
    /// <param name="keys">Those to hand out; with none, nothing in the package tells a good answer from a bad one.</param>
    public static void Write(Stream stream, Bank bank, IReadOnlyList<Key> keys)
    {
        Key? key = keys.OrderBy(k => Standing(k.Status)).ThenBy(k => k.Version, StringComparer.Ordinal).LastOrDefault();
        BankFileText[] side = [.. CanonicalYaml.Files(bank with { Items = [] }, keys).Select(file => file with { Path = $"{QtiNames.SideFolder}/{file.Path}" })];
        var ordered = bank with { Items = [.. bank.Items.OrderBy(item => item.Id, StringComparer.Ordinal)] };
        ZipWriter.Write(
            stream,
            [
                new("imsmanifest.xml", Text(QtiTestXml.Manifest(ordered, side.Select(file => file.Path)))),
                new(QtiTestXml.File, Text(QtiTestXml.Test(ordered, scored: key is not null))),
                .. ordered.Items.Select(item => new BankFileText(QtiTestXml.FileOf(item), Text(QtiItemXml.Of(item, bank.Language, Credits(item, key))))),
                .. side,
            ]);
    }

    /// <summary>Whether a file looks like QTI: a zip with a manifest of a content package, or XML. It may still hold nothing that can be read.</summary>
    public static bool IsOne(byte[] file)
    {
        if (file.AsSpan().TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8))
        {
            return true;
        }

        if (ZipEntries.HasTooMany(file))
        {
            return false;
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            return zip.GetEntry("imsmanifest.xml") is not null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Reads a package, or the XML of a single item. Never throws for what it holds.</summary>
    /// <param name="name">Of the file, for problems and for what has no name of its own.</param>
    /// <param name="facet">For items that name none; empty to leave that open.</param>
    public static QtiReading Read(Stream stream, string name, string facet = "")
    {
        var problems = new List<BankProblem>();
        var files = ZipEntries.Held(stream, problems) is { } held ? Files(held, name, problems) : [];
        return QtiDraft.Of(files, name, facet, problems);
    }

    private static IReadOnlyDictionary<string, double>? Credits(Item item, Key? key) =>
        key is not null && key.Items.TryGetValue(item.Id, out KeyedItem? keyed) ? QtiCredits.Of(item, keyed, key) : null;

    private static int Standing(KeyStatus status) => status switch
    {
        KeyStatus.Panel => 3,
        KeyStatus.Provisional => 2,
        KeyStatus.Draft => 1,
        _ => 0,
    };

    private static Dictionary<string, byte[]> Files(MemoryStream held, string name, List<BankProblem> problems)
    {
        if (!held.GetBuffer().AsSpan(0, (int)held.Length).StartsWith("PK"u8))
        {
            return new(StringComparer.Ordinal) { [name] = held.ToArray() };
        }

        try
        {
            using var zip = new ZipArchive(held, ZipArchiveMode.Read);
            var files = HeldFiles.Unpack(ZipEntries.Of(held, zip, problems), IsRead, problems);
            return files.Paths.Where(IsRead).ToDictionary(path => path, files.Bytes, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            ZipEntries.Report(problems, "no-zip", ZipEntries.Whole, "this is no zip, or a damaged one: pack it again");
            return [];
        }
    }

    private static bool IsRead(string path) =>
        path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || (path.StartsWith($"{QtiNames.SideFolder}/", StringComparison.Ordinal) && HeldFiles.IsContent(path[(QtiNames.SideFolder.Length + 1)..]));

    private static string Text(XElement root)
    {
        var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            root.Save(writer);
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
