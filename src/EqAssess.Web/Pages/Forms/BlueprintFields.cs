using System.Globalization;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Forms;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Pages.Forms;

/// <summary>A blueprint as the fields of a page: what was typed stays as it was typed, until all of it can be read.</summary>
public sealed class BlueprintFields
{
    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);

    public required string Id { get; init; }

    public IReadOnlyList<string> Anchors { get; private init; } = [];

    public IReadOnlyList<string> Pretest { get; private init; } = [];

    /// <summary>What the field holds; empty for nothing.</summary>
    public string this[string field] => typed.GetValueOrDefault(field, "");

    public static BlueprintFields Of(Blueprint blueprint)
    {
        var fields = new BlueprintFields { Id = blueprint.Id, Anchors = blueprint.Anchors, Pretest = blueprint.Pretest };
        fields.Set("title", blueprint.Title);
        fields.Set("forms", blueprint.Forms);
        foreach (Quota domain in blueprint.Domains)
        {
            fields.Set($"domains-{domain.Code}", domain.Least);
        }

        foreach ((string kind, Quota quota) in Kinds(blueprint))
        {
            fields.Set($"{kind}-{quota.Code}", quota.Least == 0 ? null : quota.Least);
            fields.Set($"{kind}-{quota.Code}-most", quota.Most);
        }

        fields.Set("pretestCount", blueprint.PretestCount);
        fields.Set("minutes", blueprint.Minutes);
        fields.Set("mostShare", (int)Math.Round(100 * blueprint.MostShare));
        fields.Set("mostOverlap", (int)Math.Round(100 * blueprint.MostOverlap));
        fields.Set("mostAttempts", blueprint.MostAttempts);
        return fields;
    }

    public static BlueprintFields Posted(IFormCollection form)
    {
        var fields = new BlueprintFields
        {
            Id = form["id"].ToString(), Anchors = [.. form["anchors"].OfType<string>()], Pretest = [.. form["pretest"].OfType<string>()],
        };
        foreach (string name in form.Keys)
        {
            fields.typed[name] = form[name].ToString().Trim();
        }

        return fields;
    }

    /// <summary>What a new blueprint of a bank begins with: two forms of three scenarios a domain, one at least of each facet.</summary>
    public static Blueprint Default(Bank bank) => new("assembled", bank.Title, [.. bank.Domains.Select(d => Quota.Exactly(d.Code, 3))])
    {
        Forms = 2, Facets = [.. bank.Domains.Where(d => d.Facets.Count <= 3).SelectMany(d => d.Facets).Select(f => new Quota(f.Code, 1))], MostShare = 0.5, MostOverlap = 0.25,
    };

    /// <returns>The blueprint, sound only where no problem was added.</returns>
    public Blueprint Read(Bank bank, StaffWords words, List<FieldProblem> problems)
    {
        var blueprint = new Blueprint(
            Id, this["title"], [.. bank.Domains.Select(d => Quota.Exactly(d.Code, Whole($"domains-{d.Code}", words, problems) ?? 0))])
        {
            Forms = Whole("forms", words, problems) ?? 1,
            Facets = Quotas("facets", bank.Domains.SelectMany(d => d.Facets).Select(f => f.Code), words, problems),
            Formats = Quotas("formats", ResponseFormats.All.Where(f => f.HasPage).Select(f => f.Code), words, problems),
            Channels = Quotas("channels", ChannelWords.All, words, problems),
            Anchors = Anchors,
            Pretest = Pretest,
            PretestCount = Whole("pretestCount", words, problems) ?? 0,
            Minutes = Whole("minutes", words, problems),
            MostShare = (Whole("mostShare", words, problems) ?? 100) / 100d,
            MostOverlap = (Whole("mostOverlap", words, problems) ?? 100) / 100d,
            MostAttempts = Whole("mostAttempts", words, problems),
        };
        if (problems.Count == 0)
        {
            problems.AddRange(BlueprintChecks.Problems(blueprint, bank).Select(p => new FieldProblem(FieldOf(((Place.InContent)p.Place).Path), words["Assemble.Problem", p.Message])));
        }

        return blueprint;
    }

    private static IEnumerable<(string Kind, Quota Quota)> Kinds(Blueprint blueprint) =>
        blueprint.Facets.Select(q => ("facets", q)).Concat(blueprint.Formats.Select(q => ("formats", q))).Concat(blueprint.Channels.Select(q => ("channels", q)));

    private static string FieldOf(string path) => path.Split('/') is [("anchors" or "pretest") and string list, ..] ? list : path.Replace('/', '-');

    private IReadOnlyList<Quota> Quotas(string kind, IEnumerable<string> codes, StaffWords words, List<FieldProblem> problems) =>
    [
        .. codes.Select(code => new Quota(code, Whole($"{kind}-{code}", words, problems) ?? 0, Whole($"{kind}-{code}-most", words, problems)))
            .Where(q => q.Least != 0 || q.Most is not null),
    ];

    private int? Whole(string field, StaffWords words, List<FieldProblem> problems)
    {
        if (this[field].Length == 0)
        {
            return null;
        }

        if (int.TryParse(this[field], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && Math.Abs(number) < 1_000_000)
        {
            return number;
        }

        problems.Add(new FieldProblem(field, words["Assemble.NotWhole", this[field]]));
        return null;
    }

    private void Set(string field, string value) => typed[field] = value;

    private void Set(string field, int? value) => typed[field] = value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
