using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class CanonicalFormTests
{
    private static readonly Item Parcel = new(
        "late-parcel", ItemUse.Live, "best", "cues", Channel.Phone, "a child who waits", "\"Late\": a parcel",
        "You answer calls for a shop that sends parcels. The caller has waited at home for three days in a row, and each day a message said that it would come.\nThe parcel holds a gift.",
        [new Utterance("D. Okafor, customer", "Nobody came, again.")], Question.Reply,
        [new Option("a", "- I see."), new Option("n", "12"), new Option("c", "Two\tcolumns")])
    {
        Enemies = ["early-parcel", "null"],
    };

    [Fact]
    public void An_item_is_written_for_people_and_quoted_only_where_it_must_be()
    {
        string text = Written("items/late-parcel.yaml", Parcel);

        Assert.Equal(
            """
            id: late-parcel
            use: live
            format: best
            facet: cues
            channel: phone
            contentNote: a child who waits
            title: '"Late": a parcel'
            situation: >
              You answer calls for a shop that sends parcels. The caller has waited at home for three
              days in a row, and each day a message said that it would come.

              The parcel holds a gift.
            said:
              - speaker: D. Okafor, customer
                text: Nobody came, again.
            question: reply
            options:
              - id: a
                text: "- I see."
              - id: "n"
                text: "12"
              - id: c
                text: "Two\tcolumns"
            enemies: [early-parcel, "null"]

            """,
            text);
    }

    [Fact]
    public void Thresholds_are_written_where_a_key_has_them_and_leave_older_keys_as_they_were()
    {
        KeyPanel panel = new("Spring panel", "Rate each.", new DateOnly(2026, 3, 9), [new KeyJudge("J1", "team leader", 7)]);
        Key old = new Key("panel-1", KeyStatus.Panel, "keyed-credit", [1, 2, 3, 4], "judges", new Dictionary<string, KeyedItem>()) { Panel = panel };
        Key said = old with { Panel = panel with { Thresholds = new PanelThresholds { Roles = 3 } } };

        string json = KeyJson.Write(said);

        Assert.EndsWith("""judges":[{"pseudonym":"J1","role":"team leader","years":7}]}}""", KeyJson.Write(old), StringComparison.Ordinal);
        Assert.Contains("""thresholds":{"judgesForPanel":10,"judgesForProvisional":6,"roles":3,"agreement":0.7,"sameSideShare":0.8,""", json);
        Assert.Equal(said.Panel.Thresholds, KeyJson.Read(json).Panel!.Thresholds);
        Assert.Null(KeyJson.Read(KeyJson.Write(old)).Panel!.Thresholds);
    }

    [Fact]
    public void A_key_is_written_with_its_panel_and_without_what_is_empty()
    {
        var key = new Key("panel-1", KeyStatus.Panel, "keyed-credit", [1, 2, 3, 4], "ten judges", new Dictionary<string, KeyedItem>(StringComparer.Ordinal)
        {
            ["z-item"] = new(["P18"], [new KeyedOption("a", 0, "", [], "no agreement")]),
            ["late-parcel"] = new([], [new KeyedOption("a", 3.5, "Names it.", ["P03", "P19"], null, [3, 4]) { FirstRatings = [2, 4] }]),
        })
        {
            Panel = new KeyPanel("Spring panel", "Rate each.", new DateOnly(2026, 3, 9), [new KeyJudge("J1", "team leader", 7), new KeyJudge("J2", "agent", 0)]),
        };

        string text = CanonicalYaml.Files(BankOf(Parcel), [key]).Single(file => file.Path == "keys/panel-1.yaml").Text;

        Assert.Equal(
            """
            version: panel-1
            status: panel
            method: keyed-credit
            scale: [1, 2, 3, 4]
            source: ten judges
            panel:
              title: Spring panel
              instructions: Rate each.
              closedOn: 2026-03-09
              judges:
                - pseudonym: J1
                  role: team leader
                  years: 7
                - pseudonym: J2
                  role: agent
                  years: 0
            items:
              late-parcel:
                options:
                  a:
                    effectiveness: 3.5
                    rationale: Names it.
                    principles: [P03, P19]
                    ratings: [3, 4]
                    firstRatings: [2, 4]
              z-item:
                hangsOn: [P18]
                options:
                  a:
                    dropped: no agreement

            """,
            text);
    }

    [Theory]
    [InlineData("yes", "\"yes\"")]
    [InlineData("2026-11-22", "\"2026-11-22\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("9 to 5", "9 to 5")]
    [InlineData("What now: wait?", "\"What now: wait?\"")]
    [InlineData("#1", "\"#1\"")]
    [InlineData("שלום", "שלום")]
    [InlineData("a\u202Eb", "\"a\\u202Eb\"")]
    [InlineData("C:\\mail", "C:\\mail")]
    [InlineData("\\ it's \"x\"", "'\\ it''s \"x\"'")]
    [InlineData("  padded \n", "padded")]
    public void A_text_takes_the_plainest_form_that_nothing_can_mistake(string title, string written)
    {
        string text = Written("items/late-parcel.yaml", Parcel with { Title = title });

        Assert.Contains($"\ntitle: {written}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_is_no_file_name_is_never_written()
    {
        Assert.Throws<ArgumentException>(() => CanonicalYaml.Files(BankOf(Parcel with { Id = "../late" }), []));
    }

    private static string Written(string path, Item item) => CanonicalYaml.Files(BankOf(item), []).Single(file => file.Path == path).Text;

    private static Bank BankOf(Item item) => new("small-bank", "A small bank", "en", "For tests.", [], [item]);
}
