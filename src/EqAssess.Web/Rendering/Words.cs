using System.Globalization;
using System.Resources;

namespace EqAssess.Web.Rendering;

/// <summary>Texts for people, by key, from one resource file. A key that is missing is a defect and throws.</summary>
public abstract class Words(string resource)
{
    private readonly ResourceManager texts = new($"EqAssess.Web.Resources.{resource}", typeof(Words).Assembly);

    /// <summary>The language of the reader; by default that of the request.</summary>
    public CultureInfo Culture { get; set; } = CultureInfo.CurrentUICulture;

    /// <exception cref="KeyNotFoundException">The resource file has no such key.</exception>
    public string this[string key] =>
        texts.GetString(key, Culture) ?? throw new KeyNotFoundException($"{texts.BaseName} has no text '{key}'.");

    /// <summary>The text with its arguments put in, numbers and dates as the language writes them.</summary>
    public string this[string key, params object[] arguments] => string.Format(Culture, this[key], arguments);
}

/// <summary>What candidates read, on pages and in messages.</summary>
public sealed class CandidateWords() : Words("CandidateWords");

/// <summary>What the judges of a panel read.</summary>
public sealed class JudgeWords() : Words("JudgeWords");

/// <summary>What staff read.</summary>
public sealed class StaffWords() : Words("StaffWords");
