using System.Globalization;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Web.Pages.Banks;

/// <summary>The fields of the editor, to and from an item with its authors' key.</summary>
internal static class DraftForm
{
    // Beyond what any format or stem takes, and far below what a page can hold.
    private const int MostRows = 60;

    /// <summary>The item and key that the fields say. What they cannot change, the id, comes from the draft.</summary>
    public static (Item Item, KeyedItem Key) Read(IFormCollection form, Item draft)
    {
        string Text(string field) => form[field].ToString().ReplaceLineEndings(" ").Trim();
        string Lines(string field) => form[field].ToString().ReplaceLineEndings("\n").Trim();
        List<int> rows = [.. Enumerable.Range(0, MostRows).Where(i => Text($"option-{i}-text").Length > 0 || Text($"option-{i}-rationale").Length > 0)];
        var item = draft with
        {
            Use = Choice(Text("use"), draft.Use),
            Format = Text("format"),
            Facet = Text("facet"),
            Channel = Choice(Text("channel"), draft.Channel),
            ContentNote = Text("contentNote") is { Length: > 0 } note ? note : null,
            Title = Text("title"),
            Situation = Lines("situation"),
            Said =
            [
                .. Enumerable.Range(0, MostRows).Select(i => new Utterance(Text($"said-{i}-speaker"), Lines($"said-{i}-text")))
                    .Where(said => said.Speaker.Length > 0 || said.Text.Length > 0),
            ],
            Question = Choice(Text("question"), draft.Question),
            Options = [.. rows.Select(i => new Option(IdOf(form, i), Text($"option-{i}-text")))],
            Enemies = Ids(Text("enemies")),
        };
        return (item, new KeyedItem(Ids(Text("hangsOn")), [.. rows.Select(i => Keyed(form, i, Text))]));
    }

    /// <summary>The id that the option in a row has, or gets: letters in the order of rows.</summary>
    public static string IdOf(int row) => row < 26 ? ((char)('a' + row)).ToString() : string.Create(CultureInfo.InvariantCulture, $"z{row}");

    private static KeyedOption Keyed(IFormCollection form, int row, Func<string, string> text) => new(
        IdOf(form, row),
        double.TryParse(text($"option-{row}-effectiveness"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double points) ? points : 0,
        text($"option-{row}-rationale"),
        Ids(text($"option-{row}-principles")),
        text($"option-{row}-dropped") is { Length: > 0 } why ? why : null);

    private static string IdOf(IFormCollection form, int row) =>
        form[$"option-{row}-id"].ToString() is { Length: > 0 } id && ContentRules.IsKebabCase(id) ? id : IdOf(row);

    private static IReadOnlyList<string> Ids(string text) => text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static T Choice<T>(string text, T otherwise)
        where T : struct, Enum => Enum.TryParse(text, out T value) && Enum.IsDefined(value) ? value : otherwise;
}
