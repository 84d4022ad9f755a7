using System.Text.RegularExpressions;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankSchemas;

public sealed partial class BankFilesFitSchemasTests
{
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
        string[] examples = [.. Example().Matches(File.ReadAllText(Path.Combine(Banks, "README.md"))).Select(m => m.Groups["yaml"].Value)];
        string[] names = ["bank.yaml", "items/the-key-that-will-not-turn.yaml", "keys/draft-1.yaml"];
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
    public void What_the_reader_refuses_the_schema_shows_while_it_is_typed(string file, string text, string into, string problem)
    {
        using var bank = new BankFolderBuilder();
        Assert.Empty(Schemas.Problems(file, bank.TextOf(file)));
        bank.Changing(file, text, into);

        Assert.Matches("^" + Regex.Escape(problem).Replace(@"\*", ".*") + "$", Assert.Single(Schemas.Problems(file, bank.TextOf(file))));
        Assert.NotEmpty(bank.Problems());
    }

    private static string InItsBank(string file) => string.Join('/', Path.GetRelativePath(Banks, file).Split(Path.DirectorySeparatorChar).Skip(1));

    [GeneratedRegex("```yaml\n(?<yaml>[^`]*)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Example();
}
