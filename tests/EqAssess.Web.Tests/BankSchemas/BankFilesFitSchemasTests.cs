using System.Text.RegularExpressions;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankSchemas;

public sealed partial class BankFilesFitSchemasTests
{
    private const string Form = "forms/short-form.yaml";
    private static readonly string Banks = BuiltSite.QuestionBanks;

    [Fact]
    public void Every_file_of_every_shipped_bank_fits_its_schema()
    {
        string[] files = [.. Directory.GetDirectories(Banks).Where(b => !Path.GetFileName(b).StartsWith('.')).SelectMany(b => Directory.GetFiles(b, "*.yaml", SearchOption.AllDirectories))];

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(f => Schemas.Problems(InItsBank(f), File.ReadAllText(f)).Select(p => $"{Path.GetFileName(f)} {p}")));
    }

    [Fact]
    public void The_complete_example_of_the_README_fits_the_schemas_and_passes_the_checks()
    {
        string chapter = File.ReadAllText(Path.Combine(Banks, "README.md")).Split("\n## ").Single(c => c.StartsWith("A complete example", StringComparison.Ordinal));
        string[] examples = [.. Example().Matches(chapter).Select(m => m.Groups["yaml"].Value)];
        string[] names = ["bank.yaml", "items/the-key-that-will-not-turn.yaml", "keys/draft-1.yaml", "forms/night-form.yaml"];
        using var bank = new BankFolderBuilder();
        bank.Without(BankFolderBuilder.Item).Without(BankFolderBuilder.Practice);

        Assert.Equal(names.Length, examples.Length);
        foreach ((string name, string yaml) in names.Zip(examples))
        {
            Assert.Empty(Schemas.Problems(name, yaml));
            bank.With(name, yaml);
        }

        Assert.Empty(bank.Problems());
    }

    [Theory]
    [InlineData("bank.yaml", "language: en", "language: English", "/language: 'English' does not match *")]
    [InlineData("bank.yaml", "domains:", "expects: { perFacet: -1 }\ndomains:", "/expects/perFacet: is below 0")]
    [InlineData("bank.yaml", "- code: validation", "- code: wording", "/domains/0/facets/0/code: *")]
    [InlineData(BankFolderBuilder.Item, "channel: phone", "channel: fax", "/channel: *")]
    [InlineData(BankFolderBuilder.Item, "use: live\n", "", ": lacks use")]
    [InlineData(BankFolderBuilder.Item, "use: live", "use: live\neffectiveness: 4", "/effectiveness: is no known field")]
    [InlineData(BankFolderBuilder.Item, "question: reply", "enemies: [other, other]\nquestion: reply", "/enemies: has an entry twice")]
    [InlineData(BankFolderBuilder.Item, "id: late-parcel", "id: Late_Parcel", "/id: *")]
    [InlineData(BankFolderBuilder.Key, "effectiveness: 4", "effectiveness: four", "/items/late-parcel/options/a/effectiveness: *")]
    [InlineData(BankFolderBuilder.Key, "rationale: A stock phrase., ", "", "/items/late-parcel/options/b: fits none of *")]
    [InlineData(BankFolderBuilder.Key, "[P10]", "[P23]", "/items/late-parcel/options/b/principles/0: *")]
    [InlineData(BankFolderBuilder.Key, "items:", "panel: { title: Spring, instructions: Rate., closedOn: tomorrow, judges: [{ pseudonym: J1, role: Coach, years: 4 }] }\nitems:", "/panel/closedOn: *")]
    [InlineData(Form, "domains: { express: 3 }", "forms: 2", ": lacks domains")]
    [InlineData(Form, "domains: { express: 3 }", "forms: 0\ndomains: { express: 3 }", "/forms: is below 1")]
    [InlineData(Form, "express: 3", "express: 61", "/domains/express: is above 60")]
    [InlineData(Form, "express: 3", "express: { least: 3, most: 4 }", "/domains/express: is no *")]
    [InlineData(Form, "domains: { express: 3 }", "domains: { express: 3 }\nformats: { rank: 1 }", "/formats/rank: is no known field")]
    [InlineData(Form, "domains: { express: 3 }", "domains: { express: 3 }\nfacets: { language: { lest: 1 } }", "/facets/language: fits none of *")]
    [InlineData(Form, "domains: { express: 3 }", "domains: { express: 3 }\nmostShare: 1.5", "/mostShare: is above 1")]
    [InlineData(Form, "domains: { express: 3 }", "forms: 2\nitems: [late-parcel]", "/forms: is no known field")]
    [InlineData(Form, "domains: { express: 3 }", "items: [late-parcel, late-parcel]", "/items: has an entry twice")]
    public void What_the_reader_refuses_the_schema_shows_while_it_is_typed(string file, string text, string into, string problem)
    {
        using var bank = new BankFolderBuilder().With(Form, "id: short-form\ntitle: A short form\ndomains: { express: 3 }\n");
        Assert.Empty(Schemas.Problems(file, bank.TextOf(file)));
        bank.Changing(file, text, into);

        Assert.Matches("^" + Regex.Escape(problem).Replace(@"\*", ".*") + "$", Assert.Single(Schemas.Problems(file, bank.TextOf(file))));
        Assert.NotEmpty(bank.Problems());
    }

    private static string InItsBank(string file) => string.Join('/', Path.GetRelativePath(Banks, file).Split(Path.DirectorySeparatorChar).Skip(1));

    [GeneratedRegex("```yaml\n(?<yaml>[^`]*)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Example();
}
