using System.Xml.Linq;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using static EqAssess.Data.Exchange.Qti.QtiNames;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>Reads one item of one file. What it refuses, and what it had to take for granted, goes to the problems.</summary>
/// <param name="facet">For items that name none.</param>
/// <param name="stimuli">Texts that items of the package share.</param>
/// <param name="keyed">Whether keys come with the package, so that the scoring of the items themselves is not looked at.</param>
internal sealed class QtiItemReader(string file, string facet, bool keyed, QtiStimuli stimuli, List<BankProblem> problems)
{
    /// <param name="id">Not yet taken by another item.</param>
    /// <returns>Null where the item is refused; its key where its scoring is one of ours.</returns>
    public (Item Item, KeyedItem? Keyed)? Read(XElement root, string id)
    {
        XElement? body = QtiXml.Children(root, "item-body").FirstOrDefault();
        XElement[] interactions = [.. body?.Descendants().Where(e => QtiXml.Name(e).EndsWith("-interaction", StringComparison.Ordinal)) ?? []];
        string? refusal = QtiXml.Attribute(root, "adaptive") is "true" or "1" ? "the item is adaptive: it changes with the responses, which no item of ours does"
            : QtiXml.Children(root, "template-declaration").Any() ? "the item is made from a template at random, which no item of ours is"
            : body is null ? "the item has no body"
            : interactions.Length != 1 ? $"the item has {interactions.Length} interactions, and an item of ours has one ({Known.List(interactions.Select(i => i.Name.LocalName).Distinct(StringComparer.Ordinal))})"
            : null;
        if (refusal is not null || body is null)
        {
            return Refused(root, refusal ?? "");
        }

        var (interaction, why) = QtiInteraction.Of(interactions[0]);
        return interaction is null ? Refused(interactions[0], why) : Read(root, body, interactions[0], interaction, id);
    }

    private (Item Item, KeyedItem? Keyed)? Read(XElement root, XElement body, XElement element, QtiInteraction interaction, string id)
    {
        bool ours = Field(body, "format") is { Length: > 0 };
        var options = Options(interaction, ours);
        Item item = ours
            ? Ours(root, body, interaction, options, id)
            : Foreign(root, body, element, interaction, options, id);
        var names = interaction.Options.Select((o, i) => (Theirs: QtiInteraction.Identifier(o), Ours: OfOption(options[i].Id))).DistinctBy(n => n.Theirs)
            .Concat(interaction.Others.Select(o => (Theirs: o.Key, Ours: o.Value))).DistinctBy(n => n.Theirs)
            .ToDictionary(n => n.Theirs, n => n.Ours, StringComparer.Ordinal);
        var (key, reason) = keyed ? (null, null) : QtiScoring.Of(root, item, QtiXml.Attribute(element, "response-identifier") ?? "", names);
        if (reason is not null)
        {
            Warn("not-scored", root, $"the item is taken over without a key: {reason}");
        }

        return (item, key);
    }

    private List<Option> Options(QtiInteraction interaction, bool ours)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. interaction.Options.Select(option => new Option(
                ours ? OptionOf(QtiInteraction.Identifier(option)) : QtiIds.Free(QtiIds.Slug(QtiInteraction.Identifier(option), "option"), ids),
                ours ? QtiText.Exact(option) : Flowing(option, null))),
        ];
    }

    private Item Ours(XElement root, XElement body, QtiInteraction interaction, List<Option> options, string id) => new(
        id,
        Word<ItemUse>(body, "use"),
        Field(body, "format") ?? interaction.Format,
        Field(body, "facet") ?? "",
        Word<Channel>(body, "channel"),
        Field(body, "content-note"),
        QtiXml.Attribute(root, "title") ?? "",
        string.Join('\n', Parts(body, "situation").Select(QtiText.Exact)),
        [.. Parts(body, "said").Select(said => new Utterance(Field(said, "speaker") ?? "", QtiText.Exact(said)))],
        Word<Question>(body, "question"),
        options)
    {
        Enemies = (Field(body, "enemies") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
    };

    private Item Foreign(XElement root, XElement body, XElement element, QtiInteraction interaction, List<Option> options, string id)
    {
        string prompt = string.Join('\n', QtiXml.Children(element, "prompt").Select(p => Flowing(p, null)));
        Warn("assumed", root, $"use 'live', channel 'phone' and question 'reply' are assumed{(interaction.Assumption is { } more ? $", and {more}" : "")}: correct what does not fit");
        return new Item(
            id,
            ItemUse.Live,
            interaction.Format,
            facet,
            Channel.Phone,
            null,
            QtiXml.Attribute(root, "title") is { Length: > 0 } title ? title : QtiXml.Attribute(root, "identifier") ?? "",
            string.Join('\n', new[] { Shared(root), Flowing(body, element), prompt }.Where(text => text.Length > 0)),
            [],
            Question.Reply,
            options);
    }

    private string Shared(XElement root) => string.Join('\n', QtiXml.Children(root, "assessment-stimulus-ref").Select(reference =>
    {
        string href = QtiXml.Attribute(reference, "href") ?? "";
        if (stimuli.Find(file, href) is { } body)
        {
            return Flowing(body, null);
        }

        Warn("left-out", reference, $"the stimulus '{href}' is not in the package, or too long to be the text of an item: add what the item needs of it");
        return "";
    }).Where(text => text.Length > 0));

    private string Flowing(XElement element, XElement? without)
    {
        var lost = new SortedSet<string>(StringComparer.Ordinal);
        string text = QtiText.Flowing(element, without, lost);
        if (lost.Count > 0)
        {
            Warn("left-out", element, $"an item holds text alone, so this was left out: {Known.List(lost.Take(10))}");
        }

        return text;
    }

    private T Word<T>(XElement body, string field) where T : struct, Enum
    {
        if (Words.Find<T>(Field(body, field) ?? "") is { } value)
        {
            return value;
        }

        Warn("assumed", body, $"there is no {field} that is known here, so '{Words.Of(default(T))}' is assumed: correct it where that does not fit");
        return default;
    }

    private static string? Field(XElement element, string name) => element.Attribute(DataName(name))?.Value;

    private static IEnumerable<XElement> Parts(XElement body, string part) => body.Descendants().Where(e => Field(e, "part") == part);

    private (Item Item, KeyedItem? Keyed)? Refused(XElement at, string why)
    {
        problems.Add(new BankProblem("refused", ProblemSeverity.Error, new Place.InFile(file, QtiXml.Line(at)), $"the item is not taken over: {why}"));
        return null;
    }

    private void Warn(string code, XElement at, string message) =>
        problems.Add(new BankProblem(code, ProblemSeverity.Warning, new Place.InFile(file, QtiXml.Line(at)), message));
}
