using System.Text.Json.Serialization;

namespace EqAssess.Domain.Reports;

/// <summary>A report as data: what is said, and in which order. It has no colours, no markup and no pages.</summary>
/// <param name="Instrument">What the test samples, in words.</param>
/// <param name="Title">The candidate's name.</param>
/// <param name="Handling">How the paper is to be treated, for example "Confidential".</param>
/// <param name="Language">BCP 47 tag of the texts.</param>
public sealed record ReportDocument(
    string Instrument,
    string Title,
    string Subtitle,
    string Handling,
    string Language,
    IReadOnlyList<ReportSection> Sections);

/// <param name="Code">Lower-case letters; the same in every language.</param>
public sealed record ReportSection(string Code, string Heading, IReadOnlyList<Block> Blocks);

/// <summary>One piece of a section. The family is closed: a renderer that meets an unknown kind throws.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(ScoreBar), "score-bar")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(NumberedList), "numbered-list")]
[JsonDerivedType(typeof(Caution), "caution")]
public abstract record Block
{
    private Block()
    {
    }

    /// <param name="Soft">Small print beside the main text.</param>
    public sealed record Paragraph(string Text, bool Soft = false) : Block;

    /// <summary>A score with its error. It cannot be made without one.</summary>
    /// <param name="Score">0 to 100, unrounded.</param>
    /// <param name="StandardError">Standard error of measurement, in points.</param>
    /// <param name="Lower">Lower limit of the 95 % interval, unclipped.</param>
    /// <param name="Upper">Upper limit of the 95 % interval, unclipped.</param>
    /// <param name="ErrorIsAssumed">True while the error comes from planning values and from no data.</param>
    /// <param name="Label">The whole statement in words, for people who do not see the bar.</param>
    public sealed record ScoreBar(
        string Scale,
        double Score,
        double Minimum,
        double Maximum,
        double StandardError,
        double Lower,
        double Upper,
        bool ErrorIsAssumed,
        string Label) : Block;

    /// <summary>Rows of a head and a text.</summary>
    public sealed record Table(IReadOnlyList<TableRow> Rows) : Block;

    public sealed record NumberedList(IReadOnlyList<ListEntry> Entries) : Block;

    /// <summary>Something that must be read before the score is used.</summary>
    public sealed record Caution(string Text) : Block;
}

/// <param name="Emphasis">A short statement that stands before the text; null where there is none.</param>
public sealed record TableRow(string Head, string Text, string? Emphasis = null);

/// <param name="Lead">Says to whom the entry applies, for example "All candidates are asked".</param>
public sealed record ListEntry(string Lead, string Text);
