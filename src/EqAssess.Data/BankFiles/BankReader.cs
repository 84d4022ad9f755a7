using System.Globalization;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;

namespace EqAssess.Data.BankFiles;

/// <summary>Reads a bank folder file by file. Whatever stands in it, all problems come back as values.</summary>
public sealed class BankReader
{
    private readonly List<BankProblem> problems = [];
    private readonly SourceMap map = new(new Place.InFile(BankFile.Name, 1));
    private readonly HashSet<string> unreadItems = new(StringComparer.Ordinal);
    private readonly NodeBudget budget = new();
    private readonly BankFolder folder;

    private BankReader(IBankFiles files) => folder = new BankFolder(files, problems);

    /// <param name="folder">The folder that holds <c>bank.yaml</c>.</param>
    public static BankReading Read(string folder) => Read(new DiskFiles(folder));

    internal static BankReading Read(IBankFiles files) => new BankReader(files).Read();

    private BankReading Read()
    {
        var bank = Head() with { Items = Items() };
        problems.AddRange(map.Place(BankChecks.Problems(bank).Where(p => !IsOfMissingItems(p) && !IsOfUnreadEnemy(p, bank))));
        var keys = Keys(bank);
        (List<Blueprint> blueprints, List<FrozenForm> forms) = Forms(bank);
        bool sound = problems.TrueForAll(p => p.Severity != ProblemSeverity.Error);
        return new BankReading(sound ? bank with { Blueprints = blueprints, Forms = forms } : null, sound ? keys : [], InOrder(problems));
    }

    private Bank Head()
    {
        var source = new FileSource(BankFile.Name, map, problems, budget);
        if (folder.Text(BankFile.Name) is { } text && YamlFile.Root(text, source) is { } root)
        {
            return BankFile.Read(root, source);
        }

        foreach (string field in BankFile.OfBank)
        {
            map.Spoil(field);
        }

        return new Bank("", "", "", "", [], []);
    }

    private List<Item> Items()
    {
        var items = new List<Item>();
        foreach (string file in folder.Files("items"))
        {
            var source = new FileSource(file, map, problems, budget);
            if (folder.Text(file) is { } text && YamlFile.Root(text, source) is { } root)
            {
                items.Add(ItemFile.Read(root, $"items/{items.Count}", source));
            }
            else
            {
                unreadItems.Add(source.Stem);
            }
        }

        return items;
    }

    private List<Key> Keys(Bank bank)
    {
        var keys = new List<Key>();
        var files = folder.Files("keys");
        if (files.Count == 0)
        {
            problems.AddRange(map.Place([KeyChecks.NoKey]));
        }

        foreach (string file in files)
        {
            var places = new SourceMap(new Place.InFile(file, 1));
            var source = new FileSource(file, places, problems, budget);
            if (folder.Text(file) is { } text && YamlFile.Root(text, source) is { } root)
            {
                var key = KeyFile.Read(root, source);
                problems.AddRange(places.Place(KeyChecks.Problems(key, bank).Where(p => !IsOfUnreadItem(p))));
                keys.Add(key);
            }
        }

        return keys;
    }

    private (List<Blueprint> Blueprints, List<FrozenForm> Forms) Forms(Bank bank)
    {
        var blueprints = new List<Blueprint>();
        var forms = new List<FrozenForm>();
        foreach (string file in folder.Files("forms"))
        {
            var places = new SourceMap(new Place.InFile(file, 1));
            var source = new FileSource(file, places, problems, budget);
            if (folder.Text(file) is not { } text || YamlFile.Root(text, source) is not { } root)
            {
                continue;
            }

            if (FormFile.IsList(root))
            {
                forms.Add(FormFile.ReadList(root, source));
                problems.AddRange(places.Place(BlueprintChecks.Problems(forms[^1], bank).Where(p => !IsOfUnread(p, _ => forms[^1].Items))));
            }
            else
            {
                Blueprint read = FormFile.ReadBlueprint(root, source);
                blueprints.Add(read);
                problems.AddRange(places.Place(
                    [.. BlueprintChecks.Problems(read, bank), .. BlueprintChecks.NamedItems(read, bank).Where(p => !IsOfUnread(p, list => list == "anchors" ? read.Anchors : read.Pretest))]));
            }
        }

        return (blueprints, forms);
    }

    // An id that could not be looked up because its item's file is unread.
    private bool IsOfUnread(BankProblem problem, Func<string, IReadOnlyList<string>> ids) =>
        problem is { Code: "unknown-item", Place: Place.InContent { Path: var path } } && path.Split('/') is [var list, var at]
        && unreadItems.Contains(ids(list)[int.Parse(at, CultureInfo.InvariantCulture)]);

    // The item is there; that it could not be read is said at its own file.
    private bool IsOfUnreadItem(BankProblem problem) =>
        problem is { Code: "unknown-item", Place: Place.InContent { Path: var path } } && unreadItems.Contains(path["items/".Length..]);

    private bool IsOfUnreadEnemy(BankProblem problem, Bank bank) =>
        problem is { Code: "unknown-enemy", Place: Place.InContent { Path: var path } } && path.Split('/') is [_, var item, _, var enemy]
        && unreadItems.Contains(bank.Items[int.Parse(item, CultureInfo.InvariantCulture)].Enemies[int.Parse(enemy, CultureInfo.InvariantCulture)]);

    // What a bank lacks cannot be told while some of its items are unread.
    private bool IsOfMissingItems(BankProblem problem) => problem.Code is "no-live-item" or "empty-domain" or "few-in-facet" or "few-in-channel" && unreadItems.Count > 0;

    private static IReadOnlyList<BankProblem> InOrder(IEnumerable<BankProblem> problems) =>
    [
        .. problems
            .OrderBy(p => ((Place.InFile)p.Place).File, StringComparer.Ordinal)
            .ThenBy(p => ((Place.InFile)p.Place).Line),
    ];
}
