using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Web.Tests.BankFiles;

/// <summary>Sound banks whose texts are as awkward as texts can be.</summary>
internal static class AwkwardBanks
{
    private static readonly string[] Scraps =
    [
        "word", "a", "- ", "-", "#", " #", ":", ": ", "'", "\"", "\\", "{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "?", "~", "=", "<<", "---", "...",
        "null", "yes", "No", "y", "true", "1", "1e3", "0x1F", "2026-11-22", "12:30:45", ".inf", "Grüße", "中文", "👩‍🚒", "שלום", "مرحبا", "\u202Eturned\u202C", "\u200F", "\uFEFF",
        "\u00A0", "\u2003", "\u2028", "Z̈", "\t", " ", "  ", "\n", "\n\n", " \n", "\n ", "<b>&amp;", "]]>", "a rather long run of words that goes on and on", "verylongwordwithoutanyspaceinit",
    ];

    private static readonly string[] OptionIds = ["a", "n", "1", "null"];

    public static Gen<string> Text { get; } =
        from length in Gen.Choose(1, 24)
        from scraps in Gen.Elements(Scraps).ListOf(length)
        let text = string.Concat(scraps).Trim()
        select text.Length == 0 ? "~" : text;

    private static readonly Gen<Item> AnItem =
        from texts in Text.ArrayOf(9)
        from use in Gen.Elements(Enum.GetValues<ItemUse>())
        from channel in Gen.Elements(Enum.GetValues<Channel>())
        from question in Gen.Elements(Enum.GetValues<Question>())
        from said in Gen.Choose(0, 2)
        from enemies in Gen.Choose(0, 2)
        from format in Gen.Elements("rate-each", "most-least", "best", "rank")
        select new Item(
            "id", use, format, "cues", channel, said == 0 ? null : texts[0], texts[1], texts[2],
            [.. Enumerable.Range(0, said).Select(i => new Utterance(texts[i], texts[i + 1]))],
            question,
            [.. Enumerable.Range(0, 4).Select(i => new Option(OptionIds[i], texts[5 + i]))])
        {
            Enemies = [.. Enumerable.Range(1, enemies).Select(i => $"item-{i}")],
        };

    private const int Judges = 10;
    private static readonly int[] Scale = [0, 1, 2, 5];

    /// <summary>Drafts have effectiveness of any kind and no judges; in the others ten judges all say what the key says, and said anything before.</summary>
    private static readonly Gen<Key> AKey =
        from texts in Text.ArrayOf(8)
        from status in Gen.Elements(Enum.GetValues<KeyStatus>())
        let panel = status != KeyStatus.Draft
        from effectiveness in Gen.Choose(0, 997).ArrayOf(4)
        from tiny in Gen.Elements(0, 1e-9)
        from dropped in Gen.Elements(true, false)
        from first in Gen.Elements(Scale).ArrayOf(Judges)
        select new Key("1", status, texts[0], Scale, texts[1], new Dictionary<string, KeyedItem>(StringComparer.Ordinal)
        {
            ["id"] = new([], [.. Enumerable.Range(0, 4).Select(i => new KeyedOption(
                OptionIds[i],
                panel ? Scale[i] : tiny + i + (effectiveness[i] / 997d),
                texts[2 + i],
                ["P01", "P03"],
                dropped && i == 0 ? texts[6] : null,
                panel ? [.. Enumerable.Repeat(Scale[i], Judges)] : null) { FirstRatings = panel ? first : null })]),
        })
        {
            Panel = panel ? new KeyPanel(texts[6], texts[7], new DateOnly(2026, 11, 22), [.. Enumerable.Range(0, Judges).Select(i => new KeyJudge($"J{i}", $"{texts[i % 2]}{i % 2}", i))])
            {
                Thresholds = dropped ? new PanelThresholds { JudgesForPanel = 12, Reliability = .8 + tiny, ReliabilityLimit = -.5, Option = new OptionThresholds(.75, effectiveness[0] / 997d) } : null,
            } : null,
        };

    private static Gen<Quota> AQuota(string code) =>
        from least in Gen.Choose(0, 60)
        from more in Gen.Choose(0, 9)
        from open in Gen.Elements(true, false)
        select new Quota(code, least, open ? null : least + more);

    private static readonly Gen<double> AShare = Gen.Elements(0, 1e-9, 1 / 3d, 0.5, 0.1 + 0.2, 1);

    private static Gen<int?> Maybe(int most) => from number in Gen.Choose(0, most) select number == 0 ? (int?)null : number;

    /// <summary>A blueprint that names <c>item-0</c>, or none.</summary>
    private static readonly Gen<Blueprint> ABlueprint =
        from title in Text
        from counts in Gen.Choose(1, 20).ArrayOf(2)
        from tried in Gen.Choose(0, 3)
        from facets in AQuota("cues").ListOf(1)
        from formats in Gen.SubListOf("rate-each", "most-least", "best").SelectMany(codes => Gen.CollectToList(codes, AQuota))
        from channels in Gen.SubListOf("phone", "team").SelectMany(codes => Gen.CollectToList(codes, AQuota))
        from names in Gen.Choose(0, 2)
        from minutes in Maybe(240)
        from attempts in Maybe(999)
        from shares in AShare.ArrayOf(2)
        select new Blueprint("null", title, [Quota.Exactly("recognise", counts[0])])
        {
            Forms = counts[1], Facets = [.. facets], Formats = [.. formats], Channels = [.. channels], PretestCount = tried, Minutes = minutes,
            Anchors = names == 1 ? ["item-0"] : [], Pretest = names == 2 ? ["item-0"] : [], MostAttempts = attempts, MostShare = shares[0], MostOverlap = shares[1],
        };

    /// <summary>A blueprint and a form that lists an item, one of them, or none.</summary>
    private static readonly Gen<(IReadOnlyList<Blueprint> Blueprints, IReadOnlyList<FrozenForm> Lists)> SomeForms =
        from blueprint in ABlueprint
        from title in Text
        from minutes in Maybe(240)
        from has in Gen.Elements(true, false).ArrayOf(2)
        select ((IReadOnlyList<Blueprint>)(has[0] ? [blueprint] : []), (IReadOnlyList<FrozenForm>)(has[1] ? [new FrozenForm("1", title, minutes, ["item-0"]) { Sections = minutes is null ? [] : [new FrozenSection(title, 1, minutes)] }] : []));

    /// <summary>Three items, one or two keys, and forms.</summary>
    public static Gen<(Bank Bank, IReadOnlyList<Key> Keys)> All { get; } =
        from texts in Text.ArrayOf(6)
        from items in AnItem.ArrayOf(3)
        from keys in AKey.ArrayOf(2)
        from expected in Gen.Choose(0, 3).ArrayOf(2)
        from channels in Gen.SubListOf(Enum.GetValues<Channel>())
        from forms in SomeForms
        let named = items.Select((item, i) => item with { Id = $"item-{i}", Use = i == 0 ? ItemUse.Live : item.Use, Enemies = [.. item.Enemies.Where(e => e != $"item-{i}")] }).ToArray()
        select (
            new Bank("null", texts[0], "en", texts[1], [new BankDomain("recognise", texts[2], texts[3], texts[4], [new Facet("cues", texts[5], texts[0])])], named)
            {
                Expects = new BankExpectations(expected[0], [.. channels], expected[1]),
                Blueprints = forms.Blueprints,
                Forms = forms.Lists,
            },
            (IReadOnlyList<Key>)[.. keys.Select((key, i) => key with { Version = $"{i}", Items = named.ToDictionary(item => item.Id, _ => key.Items["id"], StringComparer.Ordinal) })]);
}
