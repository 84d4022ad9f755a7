using System.Globalization;
using System.Text;

namespace EqAssess.Benchmarks;

/// <summary>A bank of any size with one key: the same texts on every machine, items that differ in their words as written ones do.</summary>
internal static class SyntheticBank
{
    private static readonly (string Domain, string Facet)[] Facets =
    [
        ("recognise", "cues"), ("recognise", "perspective"), ("listen", "listening"), ("listen", "probing"), ("express", "validation"),
        ("express", "language"), ("resolve", "self-regulation"), ("resolve", "de-escalation"), ("resolve", "resolution"),
    ];

    private static readonly string[] Channels = ["phone", "chat", "email", "social", "team"];

    public static void Write(string folder, int items)
    {
        Directory.CreateDirectory(Path.Combine(folder, "items"));
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        File.WriteAllText(Path.Combine(folder, "bank.yaml"), Head());
        var prose = new SyntheticProse(seed: 20_260_301);
        var key = new StringBuilder("version: draft-1\nstatus: draft\nmethod: keyed-credit\nscale: [1, 2, 3, 4]\nsource: a generator\nitems:\n");
        for (int i = 0; i < items; i++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"scenario-{i:00000}");
            File.WriteAllText(Path.Combine(folder, "items", $"{id}.yaml"), Item(id, i, prose));
            AppendKey(key, id, i, prose);
        }

        File.WriteAllText(Path.Combine(folder, "keys", "draft-1.yaml"), key.ToString());
    }

    private static string Head()
    {
        var text = new StringBuilder("id: synthetic\ntitle: Synthetic bank\nlanguage: en\ndescription: Generated for measuring.\ndomains:\n");
        foreach (var domain in Facets.GroupBy(f => f.Domain, f => f.Facet))
        {
            text.Append(CultureInfo.InvariantCulture, $"  - code: {domain.Key}\n    title: Title\n    interviewQuestion: What did you say?\n    followUp: And then?\n    facets:\n");
            foreach (string facet in domain)
            {
                text.Append(CultureInfo.InvariantCulture, $"      - {{ code: {facet}, title: Title, behaviour: What people do. }}\n");
            }
        }

        return text.ToString();
    }

    private static string Item(string id, int number, SyntheticProse prose)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"id: {id}\nuse: live\nformat: {(number % 5 == 0 ? "most-least" : "rate-each")}\nfacet: {Facets[number % Facets.Length].Facet}\n");
        text.Append(CultureInfo.InvariantCulture, $"channel: {Channels[number % Channels.Length]}\ntitle: {prose.Sentences(1).TrimEnd('.')}\nsituation: >\n  {prose.Sentences(6)}\n");
        text.Append(CultureInfo.InvariantCulture, $"said:\n  - speaker: {prose.Name()}, customer\n    text: >\n      {prose.Sentences(3)}\nquestion: reply\noptions:\n");
        foreach (char option in "abcd")
        {
            text.Append(CultureInfo.InvariantCulture, $"  - id: {option}\n    text: >\n      {prose.Sentences(prose.Between(2, 4))}\n");
        }

        return text.ToString();
    }

    private static void AppendKey(StringBuilder key, string id, int number, SyntheticProse prose)
    {
        key.Append(CultureInfo.InvariantCulture, $"  {id}:\n    options:\n");
        for (int option = 0; option < 4; option++)
        {
            key.Append(CultureInfo.InvariantCulture, $"      {"abcd"[option]}:\n        effectiveness: {1 + ((number + option) % 4)}\n        rationale: >\n          {prose.Sentences(1)}\n        principles: [P03, P20]\n");
        }
    }
}
