namespace EqAssess.Domain.Banks;

/// <summary>One scenario with its options, as authored. Immutable once it is an item version.</summary>
/// <param name="Id">Kebab-case, unique in its bank.</param>
/// <param name="Format">Code of a response format (<see cref="Formats.ResponseFormats"/>).</param>
/// <param name="Facet">Code of a facet; it implies the domain.</param>
/// <param name="ContentNote">What a person may want to be warned of, for example <c>bereavement</c>; null where nothing is.</param>
public sealed record Item(
    string Id,
    ItemUse Use,
    string Format,
    string Facet,
    Channel Channel,
    string? ContentNote,
    string Title,
    string Situation,
    IReadOnlyList<Utterance> Said,
    Question Question,
    IReadOnlyList<Option> Options)
{
    /// <summary>Ids of items that may not stand in one form with this one, because one gives the other away or tells the same story. It holds both ways.</summary>
    public IReadOnlyList<string> Enemies { get; init; } = [];

    /// <summary>Words that a candidate has to read before the item can be answered: stem and options.</summary>
    public int Words =>
        CountWords(Title) + CountWords(Situation) + Said.Sum(s => CountWords(s.Text)) + Options.Sum(o => CountWords(o.Text));

    /// <summary>Words of the stem: the situation and what is said in it.</summary>
    public int StemWords => CountWords(Situation) + Said.Sum(s => CountWords(s.Text));

    private static int CountWords(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}

/// <summary>Something that is said or written in the scenario, verbatim.</summary>
public sealed record Utterance(string Speaker, string Text);

/// <summary>A reply or an action that a willing agent might choose.</summary>
public sealed record Option(string Id, string Text);

/// <summary>Live items are scored; practice items show how the test works and never count.</summary>
public enum ItemUse
{
    Live,
    Practice,
}

/// <summary>How the customer, or colleague, is in touch.</summary>
public enum Channel
{
    Phone,
    Chat,
    Email,
    Social,
    Team,
}

/// <summary>What the options are: things to say or things to do.</summary>
public enum Question
{
    Reply,
    Action,
}
