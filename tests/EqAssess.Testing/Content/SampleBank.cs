using System.Globalization;
using System.Text;

namespace EqAssess.Testing.Content;

/// <summary>
/// A sound bank of live items <c>scenario-01</c>, <c>scenario-02</c> …, spread over the four domains, with one practice item and the key
/// <c>draft-1</c>. Each item has about 66 words and options a to d, keyed 4, 3, 2, 1 in an order that turns from item to item.
/// </summary>
public static class SampleBank
{
    private static readonly (string Domain, string Facet)[] Domains =
        [("recognise", "cues"), ("listen", "probing"), ("express", "validation"), ("resolve", "resolution")];

    /// <summary>Effectiveness of an option of the sample key.</summary>
    /// <param name="item">From 1.</param>
    /// <param name="option">From 0.</param>
    public static int KeyOf(int item, int option) => 4 - ((option + item) % 4);

    public static string IdOf(int item) => string.Create(CultureInfo.InvariantCulture, $"scenario-{item:00}");

    /// <returns>The folder.</returns>
    public static string Write(string folder, int items = 8, string status = "draft")
    {
        Directory.CreateDirectory(Path.Combine(folder, "items"));
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        File.WriteAllText(Path.Combine(folder, "bank.yaml"), Head());
        for (int item = 1; item <= items; item++)
        {
            File.WriteAllText(PathOf(folder, item), Item(IdOf(item), "live", Domains[(item - 1) % Domains.Length].Facet));
        }

        File.WriteAllText(Path.Combine(folder, "items", "warm-up.yaml"), Item("warm-up", "practice", "cues"));
        File.WriteAllText(Path.Combine(folder, "keys", "draft-1.yaml"), Key("draft-1", status, items));
        return folder;
    }

    public static string PathOf(string folder, int item) => Path.Combine(folder, "items", $"{IdOf(item)}.yaml");

    /// <summary>A key for all items. One that is no draft carries ten judges who all said what the key says, or six for a provisional one.</summary>
    public static string Key(string version, string status, int items)
    {
        int judges = status switch { "draft" => 0, "provisional" => 6, _ => 10 };
        var text = new StringBuilder($"version: {version}\nstatus: {status}\nmethod: keyed-credit\nscale: [1, 2, 3, 4]\nsource: tests\n{Panel(judges)}items:\n");
        foreach ((int number, string id) in Enumerable.Range(1, items).Select(i => (i, IdOf(i))).Append((0, "warm-up")))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {id}:\n    options:\n");
            for (int option = 0; option < 4; option++)
            {
                int key = KeyOf(number, option);
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"      {(char)('a' + option)}: {{ effectiveness: {key}, rationale: For tests., principles: [P19]{Ratings(key, judges)} }}\n");
            }
        }

        return text.ToString();
    }

    private static string Panel(int judges) => judges == 0 ? "" :
        "panel:\n  title: Sample panel\n  instructions: Judge each reply as what an agent should do.\n  closedOn: 2026-11-20\n  judges:\n" +
        string.Concat(Enumerable.Range(1, judges).Select(i => $"    - {{ pseudonym: Judge {i}, role: {(i % 2 == 0 ? "team-leader" : "quality-coach")}, years: {i} }}\n"));

    private static string Ratings(int key, int judges)
    {
        string all = string.Join(", ", Enumerable.Repeat(key, judges));
        return judges == 0 ? "" : $", ratings: [{all}], firstRatings: [{all}]";
    }

    private static string Head()
    {
        var text = new StringBuilder("id: sample-bank\ntitle: Sample bank\nlanguage: en\ndescription: Scenarios for tests.\ndomains:\n");
        foreach ((string domain, string facet) in Domains)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  - code: {domain}\n    title: Title of {domain}\n    interviewQuestion: What did you do?\n    followUp: And then?\n" +
                $"    facets:\n      - {{ code: {facet}, title: Title of {facet}, behaviour: What people do. }}\n");
        }

        return text.ToString();
    }

    private static string Item(string id, string use, string facet) => $$"""
        id: {{id}}
        use: {{use}}
        format: rate-each
        facet: {{facet}}
        channel: phone
        title: The parcel that is late
        situation: >
          You answer calls for a shop that sends parcels. The caller has waited at home for three days in a row, and each day a
          message said that the parcel would come. The parcel holds a gift for a child.
        said:
          - { speaker: Customer, text: "Nobody came, again, and the party is tomorrow." }
        question: reply
        options:
          - { id: a, text: First reply. }
          - { id: b, text: Second reply. }
          - { id: c, text: Third reply. }
          - { id: d, text: Fourth reply. }

        """;
}
