using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;

namespace EqAssess.Domain.Forms;

/// <summary>What is wrong with a blueprint by itself, whatever items there are. Paths start at the blueprint.</summary>
public static class BlueprintChecks
{
    public const int MostForms = 20;
    public const int MostScenarios = 60;

    public static IReadOnlyList<BankProblem> Problems(Blueprint blueprint, Bank bank) =>
    [
        .. ContentRules.Id("id", blueprint.Id, "give the blueprint an id"),
        .. ContentRules.Required("title", blueprint.Title, "name the forms"),
        .. Between("forms", blueprint.Forms, 1, MostForms, "forms"),
        .. Scenarios(blueprint),
        .. Quotas("domains", "domain", blueprint.Domains, [.. bank.Domains.Select(d => d.Code)]),
        .. Quotas("facets", "facet", blueprint.Facets, [.. bank.Domains.SelectMany(d => d.Facets).Select(f => f.Code)]),
        .. Quotas("formats", "format", blueprint.Formats, [.. ResponseFormats.All.Where(f => f.HasPage).Select(f => f.Code)]),
        .. Quotas("channels", "channel", blueprint.Channels, ChannelWords.All),
        .. ContentRules.Duplicates(blueprint.Anchors, "anchor", i => $"anchors/{i}"),
        .. ContentRules.Duplicates(blueprint.Pretest, "pretest item", i => $"pretest/{i}"),
        .. blueprint.Pretest.Intersect(blueprint.Anchors, StringComparer.Ordinal)
            .Select(id => BankProblem.Error("pretest-anchor", "pretest", $"item '{id}' is an anchor, which counts, and a pretest item, which never does: take it out of one of the lists")),
        .. Between("pretestCount", blueprint.PretestCount, 0, MostScenarios, "pretest items"),
        .. Limits(blueprint),
    ];

    public static IReadOnlyList<BankProblem> Problems(FrozenForm form, Bank bank) =>
    [
        .. ContentRules.Id("id", form.Id, "give the form an id"),
        .. ContentRules.Required("title", form.Title, "name the form"),
        .. form.Items.Count > 0 ? [] : ContentRules.Required("items", "", "list the ids of its items, or write a blueprint with 'domains'"),
        .. ContentRules.Duplicates(form.Items, "item", i => $"items/{i}"),
        .. NamedItems(form, bank),
        .. Minutes(form.Minutes),
        .. Sections(form),
    ];

    /// <summary>That the items a blueprint names are items of the bank.</summary>
    public static IReadOnlyList<BankProblem> NamedItems(Blueprint blueprint, Bank bank) =>
    [
        .. LiveItems(blueprint.Anchors, "anchors", bank),
        .. LiveItems(blueprint.Pretest, "pretest", bank),
    ];

    /// <summary>That the items a form lists are live items of the bank.</summary>
    public static IReadOnlyList<BankProblem> NamedItems(FrozenForm form, Bank bank) => [.. LiveItems(form.Items, "items", bank)];

    private static IEnumerable<BankProblem> Sections(FrozenForm form)
    {
        foreach ((int i, FrozenSection section) in form.Sections.Index())
        {
            foreach (BankProblem problem in ContentRules.Required($"sections/{i}/title", section.Title, "name the section: candidates read it")
                .Concat(Between($"sections/{i}/items", section.Items, 1, MostScenarios, "items in a section"))
                .Concat(section.Minutes is int minutes ? Between($"sections/{i}/minutes", minutes, 1, (int)FormChecks.LongestLimit.TotalMinutes, "minutes") : []))
            {
                yield return problem;
            }
        }

        int covered = form.Sections.Sum(s => s.Items);
        if (form.Sections.Count > 0 && covered != form.Items.Count)
        {
            yield return BankProblem.Error("sections", "sections", $"the sections hold {covered} items and the form {form.Items.Count}: each item stands in one section, in the form's order");
        }
    }

    private static IEnumerable<BankProblem> LiveItems(IReadOnlyList<string> ids, string path, Bank bank)
    {
        HashSet<string> named = new(ids, StringComparer.Ordinal);
        Dictionary<string, Item> items = bank.Items.Where(i => named.Contains(i.Id)).DistinctBy(i => i.Id).ToDictionary(i => i.Id, StringComparer.Ordinal);
        return ids.SelectMany((id, i) => LiveItem(id, $"{path}/{i}", items));
    }

    private static IEnumerable<BankProblem> LiveItem(string id, string path, Dictionary<string, Item> items) =>
        items.GetValueOrDefault(id) switch
        {
            null => [BankProblem.Error("unknown-item", path, $"there is no item '{id}' in the bank: correct the id, or take it out")],
            { Use: ItemUse.Practice } => [BankProblem.Error("practice-item", path, $"item '{id}' is for practice: name a live one")],
            _ => [],
        };

    private static IEnumerable<BankProblem> Scenarios(Blueprint blueprint) =>
        blueprint.Domains.Count == 0 || blueprint.Scenarios < 1
            ? [BankProblem.Error("missing", "domains", "say how many scenarios of each domain count, for example domains: { listen: 3 }")]
            : Between("domains", blueprint.Scenarios, 1, MostScenarios, "scenarios in a form");

    private static IEnumerable<BankProblem> Quotas(string path, string what, IReadOnlyList<Quota> quotas, IReadOnlyList<string> known) =>
    [
        .. ContentRules.Duplicates(quotas.Select(q => q.Code), what, i => $"{path}/{quotas[i].Code}"),
        .. quotas.Where(q => !known.Contains(q.Code)).Select(q => BankProblem.Error(
            $"unknown-{what}", $"{path}/{q.Code}", $"unknown {what} '{q.Code}': known here are {Known.List(known)}")),
        .. quotas.Where(q => q.Least < 0 || q.Most < q.Least || q.Least > MostScenarios).Select(q => BankProblem.Error(
            "bad-quota", $"{path}/{q.Code}", $"'{q.Code}' needs a least of 0 to {MostScenarios}, and a most that is not below it")),
    ];

    private static IEnumerable<BankProblem> Limits(Blueprint blueprint) =>
    [
        .. Minutes(blueprint.Minutes),
        .. Share("mostShare", blueprint.MostShare),
        .. Share("mostOverlap", blueprint.MostOverlap),
        .. blueprint.MostAttempts < 0 ? [BankProblem.Error("out-of-range", "mostAttempts", "'mostAttempts' cannot be negative: leave it out for no limit")] : Array.Empty<BankProblem>(),
    ];

    private static IEnumerable<BankProblem> Minutes(int? minutes) =>
        minutes is int given ? Between("minutes", given, 1, (int)FormChecks.LongestLimit.TotalMinutes, "minutes") : [];

    private static IEnumerable<BankProblem> Share(string field, double share) =>
        share is >= 0 and <= 1 ? [] : [BankProblem.Error("out-of-range", field, $"'{field}' is a share from 0 to 1")];

    private static IEnumerable<BankProblem> Between(string path, int value, int least, int most, string what) =>
        value >= least && value <= most ? [] : [BankProblem.Error("out-of-range", path, $"{least} to {most} {what} are possible, not {value}")];
}

/// <summary>Channels as blueprints write them: lower case, as in item files.</summary>
public static class ChannelWords
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Channel>().Select(Of)];

    public static string Of(Channel channel) => channel.ToString().ToLowerInvariant();
}
