using System.Text.Json.Serialization;

namespace EqAssess.Domain.Reports;

/// <summary>
/// A report as data: what is said, and in which order. It has no colours, no markup and no pages. <see cref="CanonicalReport"/> writes it
/// as the bytes that a digest stands for.
/// </summary>
/// <param name="Instrument">What the test samples, in words.</param>
/// <param name="Title">The candidate's name or code; of a comparison and of a candidate's own feedback, what the paper is.</param>
/// <param name="Handling">How the paper is to be treated, for example "Confidential".</param>
/// <param name="Language">BCP 47 tag of the texts.</param>
public sealed record ReportDocument(
    ReportKind Kind,
    string Instrument,
    string Title,
    string Subtitle,
    string Handling,
    string Language,
    IReadOnlyList<ReportSection> Sections);

/// <summary>What a report is for, and whom.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportKind>))]
public enum ReportKind
{
    /// <summary>One person's score with its error, for those who decide.</summary>
    Recruiter,

    /// <summary>Two to eight people side by side.</summary>
    Comparison,

    /// <summary>Questions with anchors, for one interview.</summary>
    InterviewGuide,

    /// <summary>In words, for the candidate.</summary>
    Feedback,

    /// <summary>For somebody who starts on the job, and the supervisor.</summary>
    Development,

    /// <summary>The technical manual of a form version: about the test, and about nobody.</summary>
    Manual,

    /// <summary>Selection and scoring rates of groups, as bias audits publish them.</summary>
    BiasAudit,
}

/// <param name="Code">Lower-case letters and dashes; the same in every language.</param>
public sealed record ReportSection(string Code, string Heading, IReadOnlyList<Block> Blocks);

/// <summary>One piece of a section. The family is closed: a renderer that meets an unknown kind throws.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(ScoreBar), "score-bar")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(NumberedList), "numbered-list")]
[JsonDerivedType(typeof(Caution), "caution")]
[JsonDerivedType(typeof(ScoreLines), "score-lines")]
[JsonDerivedType(typeof(Grid), "grid")]
[JsonDerivedType(typeof(Question), "question")]
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

    /// <summary>Scores of several people on one scale, each with its error. Their order says nothing.</summary>
    /// <param name="Columns">Headings: person, score, interval, the line itself.</param>
    public sealed record ScoreLines(string Caption, IReadOnlyList<string> Columns, double Minimum, double Maximum, IReadOnlyList<ScoreLine> Lines) : Block;

    /// <summary>Rows and columns, each with a heading.</summary>
    /// <param name="Corner">Heading of the column of row heads.</param>
    public sealed record Grid(string Caption, string Corner, IReadOnlyList<string> Columns, IReadOnlyList<GridRow> Rows) : Block;

    /// <summary>A question of an interview, with room for the answer.</summary>
    /// <param name="Lead">To whom it is put.</param>
    /// <param name="Notes">Stands above the lines to write on.</param>
    /// <param name="Lines">How many lines.</param>
    /// <param name="Score">Stands before the marks to choose from; null where the answer gets none.</param>
    /// <param name="Anchors">What an answer looks like that gets a mark; empty where it gets none.</param>
    public sealed record Question(string Lead, string Text, string Notes, int Lines, string? Score, IReadOnlyList<Anchor> Anchors) : Block;
}

/// <param name="Emphasis">A short statement that stands before the text; null where there is none.</param>
public sealed record TableRow(string Head, string Text, string? Emphasis = null);

/// <param name="Lead">Says to whom the entry applies, for example "All candidates are asked".</param>
public sealed record ListEntry(string Lead, string Text);

/// <param name="Score">Null where none may be shown; <paramref name="Label"/> then says why.</param>
/// <param name="Label">The whole statement in words, for people who do not see the line.</param>
public sealed record ScoreLine(string Head, LineScore? Score, string Label);

/// <param name="Percent">0 to 100, unrounded.</param>
/// <param name="StandardError">Of measurement, in points.</param>
/// <param name="Lower">Lower limit of the 95 % interval, unclipped.</param>
/// <param name="Upper">Upper limit, unclipped.</param>
/// <param name="Interval">The limits in words.</param>
public sealed record LineScore(double Percent, double StandardError, double Lower, double Upper, bool ErrorIsAssumed, string Interval);

/// <param name="Cells">One for each column.</param>
public sealed record GridRow(string Head, IReadOnlyList<string> Cells);

/// <param name="Mark">On the scale from 1 to 5.</param>
public sealed record Anchor(int Mark, string Text);
