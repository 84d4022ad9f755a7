using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Html;

namespace EqAssess.Web.Rendering;

/// <summary>Texts for people, by key, from one resource file. A key that is missing is a defect and throws.</summary>
public abstract class Words(string resource)
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Files = new(StringComparer.Ordinal);

    /// <summary>Read once per process: it keeps what it has read.</summary>
    private readonly ResourceManager texts = Files.GetOrAdd(resource, static name => new ResourceManager($"EqAssess.Web.Resources.{name}", typeof(Words).Assembly));

    /// <summary>The language of the reader; by default that of the request.</summary>
    public virtual CultureInfo Culture { get; set; } = CultureInfo.CurrentUICulture;

    /// <summary>The same texts with HTML in place of their arguments.</summary>
    public HtmlWords Html => new(this);

    /// <exception cref="KeyNotFoundException">The resource file has no such key.</exception>
    public string this[string key] =>
        Find(key, Culture) ?? throw new KeyNotFoundException($"{texts.BaseName} has no text '{key}'.");

    /// <summary>
    /// The text with its arguments put in, numbers and dates as the language writes them. Where the first argument is a count of one, the text
    /// <c>key.One</c> is taken if there is one.
    /// </summary>
    public string this[string key, params object[] arguments] =>
        string.Format(Culture, (arguments is [1, ..] ? Find($"{key}.One", Culture) : null) ?? this[key], arguments);

    protected virtual string? Find(string key, CultureInfo culture) => texts.GetString(key, culture);
}

/// <summary>What candidates read, on pages and in messages: English, Spanish, and two pseudo-languages for tests.</summary>
public sealed class CandidateWords() : Words("CandidateWords")
{
    private CultureInfo culture = Languages.Spoken(CultureInfo.CurrentUICulture);

    /// <summary>Whatever is asked for becomes a language that there are words in; every other one becomes English.</summary>
    public override CultureInfo Culture
    {
        get => culture;
        set => culture = Languages.Spoken(value);
    }

    /// <summary>BCP 47 tag of the words, for <c>lang</c>. The form may be in another language.</summary>
    public string Language => Culture.Name == Languages.English.Name ? "en" : PseudoLanguage.Of(Culture)?.Tag ?? Culture.Name;

    public string Direction => Languages.DirectionOf(Language);

    protected override string? Find(string key, CultureInfo culture) =>
        PseudoLanguage.Of(culture) is { } pseudo
            ? base.Find(key, Languages.English) is string text ? pseudo.Write(text) : null
            : base.Find(key, culture);
}

/// <summary>What the judges of a panel read.</summary>
public sealed class JudgeWords() : Words("JudgeWords");

/// <summary>What staff read.</summary>
public sealed class StaffWords() : Words("StaffWords");

/// <summary>Texts around pieces of HTML: the text and every argument that is not HTML itself are encoded.</summary>
public readonly struct HtmlWords(Words words)
{
    public IHtmlContent this[string key, params object[] arguments] =>
        new HtmlFormattableString(words.Culture, System.Text.Encodings.Web.HtmlEncoder.Default.Encode(words[key]), arguments);
}
