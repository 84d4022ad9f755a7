using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Tests.Scoring;

/// <summary>Every way to answer an item of a format that asks for picks or for an order.</summary>
internal static class Picks
{
    public static CreditMethod MethodCalled(string code) => (CreditMethod)ScoringMethods.Get(code);

    /// <summary>All complete responses; each is as likely as any other when a person answers at random.</summary>
    public static IReadOnlyList<string> AllResponses(PlannedItem item)
    {
        string[] options = [.. item.Options.Select(o => o.Option)];
        return item.Format switch
        {
            "best" => [.. options.Select(o => $"best={o}")],
            "most-least" => [.. from best in options from worst in options where best != worst select $"best={best};worst={worst}"],
            _ => [.. Orders(options).Select(order => string.Join('>', order))],
        };
    }

    /// <summary>A response that does as the key says.</summary>
    public static string AsTheKey(PlannedItem item)
    {
        string[] ordered = [.. item.ScoredOptions().OrderByDescending(o => o.Effectiveness).Select(o => o.Option)];
        return item.Format switch
        {
            "best" => $"best={ordered[0]}",
            "most-least" => $"best={ordered[0]};worst={ordered[^1]}",
            _ => string.Join('>', ordered.Concat(item.DroppedOptions().Select(o => o.Option))),
        };
    }

    public static IEnumerable<IReadOnlyList<string>> Orders(IReadOnlyList<string> options) =>
        options.Count == 0
            ? [[]]
            : options.SelectMany(first => Orders([.. options.Where(o => o != first)]).Select(rest => (IReadOnlyList<string>)[first, .. rest]));
}
