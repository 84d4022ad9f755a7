using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Results;

/// <summary>Addresses of a campaign's list that keep the filter, who was put aside and who is selected.</summary>
public sealed record ListAddress(Guid Campaign, ResultsQuery Filter, IReadOnlyList<Guid> Chosen, Guid? With)
{
    public string Of(int? sheet = null) => Path("results", [.. Kept(sheet ?? Filter.Sheet), .. Selected()]);

    /// <summary>For a form that posts: the handler's answer leads back to the same list.</summary>
    public string Post(string handler) => Path("results", [KeyValuePair.Create("handler", handler), .. Kept(Filter.Sheet), .. Selected()]);

    /// <summary>A kept view of the list, with whom was put aside.</summary>
    public string View(string query) => Path("results", [.. Aside()]) + (query.Length == 0 ? "" : (Chosen.Count == 0 ? "?" : "&") + query);

    public string Without(Guid invitation) => (this with { Chosen = [.. Chosen.Where(c => c != invitation)] }).Of();

    public string Compare() => Path("compare", [.. Aside()]);

    /// <summary>The comparison of these people as a report.</summary>
    public string Paper(IEnumerable<ResultRow> scored) => Path("comparison", [.. scored.Select(r => KeyValuePair.Create("run", $"{r.ScoreRun}"))]);

    /// <summary>What a form that reads has to carry along, beside its own fields.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept(int sheet) => [.. Filter.Fields(), .. sheet > 1 ? [KeyValuePair.Create("filter.sheet", $"{sheet}")] : Array.Empty<KeyValuePair<string, string>>(), .. Aside()];

    public IEnumerable<KeyValuePair<string, string>> Aside() => Chosen.Select(c => KeyValuePair.Create("c", $"{c}"));

    private IEnumerable<KeyValuePair<string, string>> Selected() => With is Guid with ? [KeyValuePair.Create("with", $"{with}")] : [];

    private string Path(string page, IReadOnlyList<KeyValuePair<string, string>> fields) =>
        $"/campaigns/{Campaign}/{page}" + (fields.Count == 0 ? "" : "?" + string.Join('&', fields.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}")));
}
