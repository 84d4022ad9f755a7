using System.Globalization;
using System.Text.RegularExpressions;
using EqAssess.Data.Tables;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Services;

/// <summary>
/// Subject and text of a kind of message, with names in braces for what differs from person to person. In resource files the same places are
/// numbered, in the order of <see cref="PlaceholdersOf"/>.
/// </summary>
/// <param name="Kind">A <see cref="MessageKind"/>, or <see cref="ReminderStarted"/>.</param>
public sealed partial record MessageText(string Kind, string Subject, string Body)
{
    public const string ReminderStarted = "ReminderStarted";

    public const int LongestSubject = 150;
    public const int LongestBody = 10_000;

    private static readonly string[] Common = ["name", "job", "link", "minutes", "lastDay", "zone", "contact", "organisation"];

    public static IReadOnlyList<string> Kinds { get; } = [.. Enum.GetNames<MessageKind>(), ReminderStarted];

    public static IReadOnlyList<string> PlaceholdersOf(string kind) => kind switch
    {
        nameof(MessageKind.Receipt) => [.. Common, "code", "end", "answers", "digest", "receipts"],
        nameof(MessageKind.AdjustmentDecided) or nameof(MessageKind.AdjustmentGranted) => [.. Common, "decision"],
        _ => Common,
    };

    /// <summary>Without these a message of the kind says nothing of use.</summary>
    public static IReadOnlyList<string> NeededIn(string kind) => kind switch
    {
        nameof(MessageKind.Receipt) => ["link", "code"],
        nameof(MessageKind.AdjustmentDecided) or nameof(MessageKind.AdjustmentGranted) => ["link", "decision"],
        _ => ["link"],
    };

    /// <summary>The text as it ships, its numbers turned into names.</summary>
    public static MessageText Shipped(string kind, CandidateWords words)
    {
        IReadOnlyList<string> names = PlaceholdersOf(kind);
        return new MessageText(kind, Named(words[$"Mail.{kind}.Subject"]), Named(words[$"Mail.{kind}.Body"]));

        string Named(string text) => Placeholder().Replace(
            text, m => int.TryParse(m.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int i) && i < names.Count ? $"{{{names[i]}}}" : m.Value);
    }

    /// <summary>What keeps the text from being used.</summary>
    public IEnumerable<TemplateProblem> Problems()
    {
        if (string.IsNullOrWhiteSpace(Subject) || Subject.Length > LongestSubject || Subject.Any(char.IsControl))
        {
            yield return new TemplateProblem(TemplateProblemKind.BadSubject, "");
        }

        if (string.IsNullOrWhiteSpace(Body) || Body.Length > LongestBody)
        {
            yield return new TemplateProblem(TemplateProblemKind.BadBody, "");
        }

        foreach (string name in NeededIn(Kind).Where(n => !Body.Contains($"{{{n}}}", StringComparison.Ordinal)))
        {
            yield return new TemplateProblem(TemplateProblemKind.Missing, name);
        }

        if (Subject.Contains("{link}", StringComparison.Ordinal))
        {
            yield return new TemplateProblem(TemplateProblemKind.LinkInSubject, "link");
        }

        foreach (string unknown in Braces().Matches($"{Subject}\n{Body}").Select(m => m.Value).Distinct()
            .Where(found => !PlaceholdersOf(Kind).Any(p => found == $"{{{p}}}")))
        {
            yield return new TemplateProblem(TemplateProblemKind.Unknown, unknown);
        }
    }

    /// <summary>The text for one person. What stands in the place of a name is not looked at again.</summary>
    /// <param name="values">In the order of <see cref="PlaceholdersOf"/>.</param>
    public MessageText Fill(IReadOnlyList<object> values, CultureInfo culture)
    {
        List<string> names = [.. PlaceholdersOf(Kind)];
        return this with { Subject = Filled(Subject), Body = Filled(Body) };

        string Filled(string text) => Placeholder().Replace(text, m =>
            names.IndexOf(m.Groups[1].Value) is var i and >= 0 && i < values.Count ? Convert.ToString(values[i], culture) ?? "" : m.Value);
    }

    /// <summary>The message as plain text and as HTML.</summary>
    /// <param name="words">In the language of the text.</param>
    public OutgoingMail Write(Guid id, string to, string name, string link, CandidateWords words) =>
        new(id, to, name, Subject, Body, MessageHtml.Of(Subject, Body, link, words["Mail.Button"], words.Language, words.Direction));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{[^{}\n]*\}|[{}]")]
    private static partial Regex Braces();
}

/// <param name="Name">The placeholder that it is about; empty for none.</param>
public sealed record TemplateProblem(TemplateProblemKind Kind, string Name);

/// <summary>Worded in StaffWords.</summary>
public enum TemplateProblemKind
{
    BadSubject,
    BadBody,
    Missing,
    Unknown,

    /// <summary>Subjects are shown on locked screens and in lists of mail.</summary>
    LinkInSubject,
}
