using System.Globalization;
using EqAssess.Domain.Banks;
using YamlDotNet.RepresentationModel;

namespace EqAssess.Data.BankFiles;

/// <summary><c>bank.yaml</c>: all of a bank but its items.</summary>
internal static class BankFile
{
    public const string Name = "bank.yaml";

    private static readonly string[] OfDomain = ["code", "title", "interviewQuestion", "followUp", "facets"];
    private static readonly string[] OfFacet = ["code", "title", "behaviour"];
    private static readonly string[] OfExpectations = ["perFacet", "channels", "perChannel"];

    public static IReadOnlyList<string> OfBank { get; } = ["id", "title", "language", "description", "domains", "expects"];

    public static Bank Read(YamlMappingNode root, FileSource source)
    {
        var fields = new Fields(source, "", root, OfBank);
        return new Bank(
            fields.Text("id"),
            fields.Text("title"),
            fields.Text("language"),
            fields.Text("description"),
            [.. fields.List("domains").Select(entry => Domain(new Fields(source, entry.Path, entry.Node, OfDomain), source))],
            [])
        {
            Expects = fields.Block("expects", OfExpectations) is { } expects ? Expectations(expects) : BankExpectations.None,
        };
    }

    private static BankExpectations Expectations(Fields expects)
    {
        var channels = new List<Channel>();
        foreach (string word in expects.Texts("channels"))
        {
            if (Words.Find<Channel>(word) is { } channel)
            {
                channels.Add(channel);
            }
            else
            {
                expects.Report("channels", "unknown-channel", $"unknown channel '{word}': known are {Known.List(Words.All<Channel>())}");
            }
        }

        return new BankExpectations(Count(expects, "perFacet"), channels, Count(expects, "perChannel"));
    }

    private static int Count(Fields expects, string field)
    {
        string text = expects.Text(field);
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count) && text.Length > 0)
        {
            expects.Spoil(field, $"'{field}' must be a whole number of items, not '{text}'");
        }

        return count;
    }

    private static BankDomain Domain(Fields fields, FileSource source) => new(
        fields.Text("code"),
        fields.Text("title"),
        fields.Text("interviewQuestion"),
        fields.Text("followUp"),
        [.. fields.List("facets").Select(entry => Facet(new Fields(source, entry.Path, entry.Node, OfFacet)))]);

    private static Facet Facet(Fields fields) => new(fields.Text("code"), fields.Text("title"), fields.Text("behaviour"));
}
