using EqAssess.Web.Rendering;

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>A bank in each language that candidates can read, with a live and a practice scenario in each format.</summary>
internal static class TongueBanks
{
    public const string English = "en";
    private static readonly string[] Formats = ["rate-each", "most-least", "best"];

    /// <summary>English, Spanish, and the two pseudo-languages: longer, and from right to left.</summary>
    public static IReadOnlyList<string> Languages { get; } = [English, "es", "qps-ploc", "qps-plocm"];

    public static string TitleOf(string language) => $"Small talk ({language})";

    public static void Fill(string folder)
    {
        foreach (string language in Languages)
        {
            Write(Path.Combine(folder, $"small-talk-{language}"), language);
        }
    }

    private static void Write(string folder, string language)
    {
        Directory.CreateDirectory(Path.Combine(folder, "items"));
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        File.WriteAllText(Path.Combine(folder, "bank.yaml"), $$"""
            id: small-talk-{{language}}
            title: {{TitleOf(language)}}
            language: {{language}}
            description: A scenario in each format, for tests.
            domains:
              - code: express
                title: Choosing empathic words
                interviewQuestion: What did you say?
                followUp: And then?
                facets:
                  - { code: validation, title: Validation, behaviour: Names and accepts the feeling. }
            """);
        var ids = new List<string>();
        foreach ((int number, string format) in Formats.Index())
        {
            foreach (string use in new[] { "live", "practice" })
            {
                ids.Add($"{use}-{number + 1}-{format}");
                File.WriteAllText(Path.Combine(folder, "items", $"{ids[^1]}.yaml"), Item(ids[^1], use, format, language));
            }
        }

        File.WriteAllText(Path.Combine(folder, "keys", "draft-1.yaml"), Key(ids));
    }

    private static string Item(string id, string use, string format, string language)
    {
        string[] text = TextsIn(language);
        return $$"""
            id: {{id}}
            use: {{use}}
            format: {{format}}
            facet: validation
            channel: phone
            contentNote: "{{text[0]}}"
            title: "{{text[1]}}"
            situation: "{{text[2]}}"
            said:
              - { speaker: "{{text[3]}}", text: "{{text[4]}}" }
            question: reply
            options:
              - { id: a, text: "{{text[5]}}" }
              - { id: b, text: "{{text[6]}}" }
              - { id: c, text: "{{text[7]}}" }
              - { id: d, text: "{{text[8]}}" }
            """;
    }

    private static string Key(IEnumerable<string> ids) =>
        "version: draft-1\nstatus: draft\nmethod: keyed-credit\nscale: [1, 2, 3, 4]\nsource: one author, before any panel\nitems:\n"
        + string.Concat(ids.Select(id => $$"""
              {{id}}:
                options:
                  a: { effectiveness: 4, rationale: Names what it cost him and acts., principles: [P03, P19] }
                  b: { effectiveness: 1, rationale: A stock phrase., principles: [P10] }
                  c: { effectiveness: 2, rationale: It sounds like blame., principles: [P06] }
                  d: { effectiveness: 3, rationale: It helps and passes over the feeling., principles: [P15] }

            """));

    private static string[] TextsIn(string language)
    {
        string[] english =
        [
            "an argument",
            "The shelf that wobbles",
            "You take calls in a furniture store. A man put up a shelf last night, and now it moves when he touches it. Two screws were not in the box. You can post them today or have them ready at the desk.",
            "T. Lindqvist, customer",
            "I have read every page of this booklet. My books are on the floor. I give up.",
            "A whole evening, and it still moves. Two screws are missing, and that is our mistake.",
            "The booklet shows everything step by step.",
            "Why did you not count the screws first?",
            "They can be at the desk today. Which suits you better, the post or the desk?",
        ];
        return language == "es" ?
        [
            "una discusión",
            "La estantería que se mueve",
            "Usted atiende llamadas en una tienda de muebles. Anoche un señor montó una estantería y ahora se mueve en cuanto la toca. En la caja faltaban dos tornillos. Puede enviarlos hoy por correo o dejarlos en el mostrador.",
            "T. Lindqvist, cliente",
            "He leído todas las páginas de este folleto. Tengo los libros en el suelo. Me rindo.",
            "Una tarde entera y todavía se mueve. Faltan dos tornillos y el error es nuestro.",
            "El folleto lo muestra todo paso a paso.",
            "¿Por qué no contó primero los tornillos?",
            "Hoy mismo pueden estar en el mostrador. ¿Qué le viene mejor, el correo o el mostrador?",
        ]
        : [.. english.Select(text => PseudoLanguage.Find(language)?.Write(text) ?? text)];
    }
}
