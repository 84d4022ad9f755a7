using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Formats;

/// <summary>How an item is answered: what its content must look like, and how a response is read, checked and written. Knows no points.</summary>
public abstract class ResponseFormat
{
    /// <summary>As it stands in item files, for example <c>rate-each</c>.</summary>
    public abstract string Code { get; }

    /// <summary>Whether candidates can be shown its items. Without a page a format can be imported and scored, and no form takes it.</summary>
    public virtual bool HasPage => true;

    /// <summary>Choices that a candidate makes in one item: what the time limit is reckoned by.</summary>
    public abstract int Choices(Item item);

    /// <summary>What is wrong with the item's content for this format; empty where nothing is.</summary>
    public abstract IReadOnlyList<string> ContentProblems(Item item);

    /// <summary>Adds what was posted to what the server holds. A choice is replaced by a newer one and never erased by a blank.</summary>
    /// <param name="previous">Canonical response held so far, or null.</param>
    /// <param name="posted">Values by field name, as a form or a script sends them.</param>
    public abstract ResponseReading Read(Item item, string? previous, IReadOnlyDictionary<string, string> posted);

    /// <summary>Choices that a response holds.</summary>
    /// <param name="response">Canonical text; null or empty for nothing.</param>
    public abstract int Made(string? response);

    /// <summary>Whether nothing is left to choose.</summary>
    public bool IsComplete(Item item, string? response) => Made(response) == Choices(item);
}

/// <summary>A posted response, read.</summary>
public abstract record ResponseReading
{
    private ResponseReading()
    {
    }

    /// <param name="Response">Canonical text.</param>
    public sealed record Valid(string Response) : ResponseReading;

    /// <summary>Nothing was chosen, so there is nothing to save.</summary>
    public sealed record Empty : ResponseReading;

    /// <summary>One option was posted for two choices that exclude each other. Nothing of it is saved: only the candidate knows which was meant.</summary>
    /// <param name="Shown">The post in the manner of canonical text, for the page to show again; never a response.</param>
    public sealed record SameOptionTwice(string Shown) : ResponseReading;

    /// <param name="Problem">What does not fit the item, in technical words; the page has its own.</param>
    public sealed record Invalid(string Problem) : ResponseReading;
}
