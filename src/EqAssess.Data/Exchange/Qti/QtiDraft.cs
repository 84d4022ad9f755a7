using System.Text;
using System.Xml.Linq;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>Puts what the files of a package give into the files of a bank, and reads these as any other bank.</summary>
internal sealed class QtiDraft(string name, string facet, IReadOnlyList<BankFileText> side, QtiStimuli stimuli, List<BankProblem> problems)
{
    private readonly List<Item> items = [];
    private readonly Dictionary<string, KeyedItem> keyed = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private string title = "";
    private string language = "";

    /// <param name="files">By path; XML, and our own side files.</param>
    public static QtiReading Of(IReadOnlyDictionary<string, byte[]> files, string name, string facet, List<BankProblem> problems)
    {
        string folder = $"{QtiNames.SideFolder}/";
        var (ours, theirs) = (files.Where(f => f.Key.StartsWith(folder, StringComparison.Ordinal)), files.Where(f => !f.Key.StartsWith(folder, StringComparison.Ordinal)));
        var draft = new QtiDraft(name, facet, [.. ours.Select(f => new BankFileText(f.Key[folder.Length..], Encoding.UTF8.GetString(f.Value)))], new QtiStimuli(files), problems);
        foreach (var (file, bytes) in theirs.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            draft.Add(file, bytes);
        }

        return draft.Reading();
    }

    private bool HasKeys => side.Any(file => file.Path.StartsWith("keys/", StringComparison.Ordinal));

    private void Add(string file, byte[] bytes)
    {
        if (QtiXml.Root(bytes, file, problems) is not { } root)
        {
            return;
        }

        switch (QtiXml.Name(root))
        {
            case "assessment-item":
                AddItem(file, root);
                break;
            case "assessment-test":
                title = QtiXml.Attribute(root, "title") ?? title;
                break;
            case "manifest" or "assessment-stimulus":
                break;
            default:
                problems.Add(new BankProblem("not-read", ProblemSeverity.Warning, new Place.InFile(file, 1), $"'{root.Name.LocalName}' is not read: items are, and the title of a test"));
                break;
        }
    }

    private void AddItem(string file, XElement root)
    {
        string id = QtiIds.Free(QtiIds.Slug(QtiNames.ItemOf(QtiXml.Attribute(root, "identifier") ?? ""), "item"), ids);
        if (new QtiItemReader(file, facet, HasKeys, stimuli, problems).Read(root, id) is var (item, key))
        {
            items.Add(item);
            language = language.Length > 0 ? language : root.Attribute(XNamespace.Xml + "lang")?.Value ?? "";
            if (key is not null)
            {
                keyed[id] = key;
            }
        }
    }

    private QtiReading Reading()
    {
        if (items.Count == 0)
        {
            ZipEntries.Report(problems, "no-item", name, "there is no item here that can be taken over");
            return new QtiReading(null, [], [], problems);
        }

        BankFileText[] files = [.. Files().OrderBy(file => file.Path, StringComparer.Ordinal)];
        BankReading reading = BankReader.Read(HeldFiles.Of(files));
        return new QtiReading(
            reading.Bank,
            reading.Keys,
            reading.Bank is { } bank ? CanonicalYaml.Files(bank, reading.Keys) : files,
            [.. problems, .. reading.Problems])
        {
            Items = items,
            Keyed = keyed,
        };
    }

    // Our own side files as they are; what they do not say comes from the package.
    private IEnumerable<BankFileText> Files()
    {
        BankFileText[] ours = [.. side.Where(file => !file.Path.StartsWith("items/", StringComparison.Ordinal))];
        var head = new Bank(QtiIds.Slug(Path.GetFileNameWithoutExtension(name), "imported"), title.Length > 0 ? title : name, language, "", [], items);
        return ours.Concat(CanonicalYaml.Files(head, keyed.Count == 0 ? [] : [QtiScoring.KeyOf(keyed)])).DistinctBy(file => file.Path);
    }
}
