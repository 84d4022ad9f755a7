namespace EqAssess.Domain.Reports.Manual;

/// <summary>What the form samples, and how its scenarios came to be in it.</summary>
public static class Content
{
    public static ReportSection Of(ContentFacts facts, ReportWords words) => words.Chapter(
        "content",
        words.Say("content.Lead"),
        words.Grid("content.Domains", ["Scenarios", "Facets"], facts.Domains.Select(d => new GridRow(d.Title, [words.Count(d.Scenarios), string.Join(", ", d.Facets)]))),
        new Block.Table(
        [
            words.Fact("content.Blueprint", facts.Blueprint ?? words("Manual.content.ByHand")),
            words.Fact("content.Formats", string.Join(", ", facts.Formats.Select(f => words("Manual.content.Of", words($"Manual.Format.{f.Code}"), f.Count)))),
            words.Fact("content.Channels", string.Join(", ", facts.Channels.Select(c => words("Manual.content.Of", words($"Manual.Channel.{c.Code}"), c.Count)))),
            words.Fact("content.Pretest", words.Count(facts.Pretest)),
            words.Fact("content.Blind", words("Manual.content.Blind.Value", facts.BlindGain)),
        ]));
}

/// <param name="Blueprint">Its id; null where a person chose the scenarios.</param>
/// <param name="Pretest">Scenarios that are tried out and do not count.</param>
/// <param name="BlindGain">What answering without reading earns at most beyond chance, as a share of the maximum.</param>
public sealed record ContentFacts(
    IReadOnlyList<ContentDomain> Domains, string? Blueprint, IReadOnlyList<CodeCount> Formats, IReadOnlyList<CodeCount> Channels, int Pretest, double BlindGain);

public sealed record ContentDomain(string Title, int Scenarios, IReadOnlyList<string> Facets);

public sealed record CodeCount(string Code, int Count);
