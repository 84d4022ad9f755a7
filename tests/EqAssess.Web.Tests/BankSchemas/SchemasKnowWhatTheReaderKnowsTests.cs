using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankSchemas;

/// <summary>The reader is asked, by a field that it cannot know, which fields it does know at that place.</summary>
public sealed partial class SchemasKnowWhatTheReaderKnowsTests
{
    private const string Unknown = "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz: 1";
    private const string Form = "forms/short-form.yaml";
    private const string Panel = "panel: { title: Spring, instructions: Rate., closedOn: 2026-03-01, judges: [{ pseudonym: J1, role: Coach, years: 4 }] }";

    [Theory]
    [InlineData("bank.yaml", "", "id: small-bank", $"{Unknown}\nid: small-bank")]
    [InlineData("bank.yaml", "expects", "domains:", $"expects: {{ {Unknown} }}\ndomains:")]
    [InlineData("bank.yaml", "domains/items", "- code: express", $"- {Unknown}\n    code: express")]
    [InlineData("bank.yaml", "domains/items/facets/items", "{ code: language,", $"{{ {Unknown}, code: language,")]
    [InlineData(BankFolderBuilder.Item, "", "use: live", $"{Unknown}\nuse: live")]
    [InlineData(BankFolderBuilder.Item, "said/items", "- speaker:", $"- {Unknown}\n    speaker:")]
    [InlineData(BankFolderBuilder.Item, "options/items", "- id: a", $"- {Unknown}\n    id: a")]
    [InlineData(BankFolderBuilder.Key, "", "status: draft", $"{Unknown}\nstatus: draft")]
    [InlineData(BankFolderBuilder.Key, "panel", "items:", $"panel: {{ {Unknown} }}\nitems:")]
    [InlineData(BankFolderBuilder.Key, "panel/judges/items", "items:", $"panel: {{ judges: [{{ {Unknown} }}] }}\nitems:")]
    [InlineData(BankFolderBuilder.Key, "items/additionalProperties", "hangsOn: []", $"{Unknown}\n    hangsOn: []")]
    [InlineData(BankFolderBuilder.Key, "items/additionalProperties/options/additionalProperties", "a: { ", $"a: {{ {Unknown}, ")]
    [InlineData(Form, "$defs/blueprint", "title:", $"{Unknown}\ntitle:")]
    [InlineData(Form, "$defs/bounds", "{ least: 1", $"{{ {Unknown}, least: 1")]
    [InlineData(Form, "$defs/list", "domains: { express: 3 }", $"{Unknown}\nitems: [late-parcel]")]
    public void The_fields_of_a_block_are_the_ones_that_the_reader_knows(string file, string block, string text, string into)
    {
        using var bank = new BankFolderBuilder().With(Form, "id: short-form\ntitle: A short form\ndomains: { express: 3 }\nfacets: { language: { least: 1, most: 2 } }\n");
        bank.Changing(file, text, into);

        string message = bank.Problems().First(p => p.Contains("known here are", StringComparison.Ordinal));

        string[] read = [.. KnownFields().Match(message).Groups["fields"].Value.Split(", ").Order(StringComparer.Ordinal)];
        Assert.Equal(read, Block(Schemas.For(file), block)["properties"]!.AsObject().Select(f => f.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_sound_panel_fits_both()
    {
        using var bank = new BankFolderBuilder();
        bank.Changing(BankFolderBuilder.Key, "items:", $"{Panel}\nitems:");

        Assert.Empty(Schemas.Problems(BankFolderBuilder.Key, bank.TextOf(BankFolderBuilder.Key)));
        Assert.DoesNotContain(bank.Problems(), p => p.Contains("'panel'", StringComparison.Ordinal) || p.Contains("unknown field", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_are_the_ones_that_the_reader_knows()
    {
        Assert.Equal(Words.All<ItemUse>(), Enum(Schemas.Item, "use"));
        Assert.Equal(Words.All<Channel>(), Enum(Schemas.Item, "channel"));
        Assert.Equal(Words.All<Channel>(), Enum(Schemas.Bank, "expects/channels/items"));
        Assert.Equal(Words.All<Question>(), Enum(Schemas.Item, "question"));
        Assert.Equal(Words.All<KeyStatus>(), Enum(Schemas.Key, "status"));
        Assert.Equal(ResponseFormats.All.Select(f => f.Code), Enum(Schemas.Item, "format"));
        Assert.Equal(Constructs.DomainCodes, Enum(Schemas.Item, "domain"));
        Assert.Equal(Constructs.DomainCodes, Enum(Schemas.Bank, "domains/items/code"));
        Assert.Equal(Constructs.FacetCodes, Enum(Schemas.Item, "facet"));
        Assert.Equal(Constructs.FacetCodes, Enum(Schemas.Bank, "domains/items/facets/items/code"));
        Assert.Equal(Constructs.DomainCodes, Names(Schemas.Form, "$defs/blueprint/domains"));
        Assert.Equal(Constructs.FacetCodes, Names(Schemas.Form, "$defs/blueprint/facets"));
        Assert.Equal(ResponseFormats.All.Where(f => f.HasPage).Select(f => f.Code), Names(Schemas.Form, "$defs/blueprint/formats"));
        Assert.Equal(Words.All<Channel>(), Names(Schemas.Form, "$defs/blueprint/channels"));
        Assert.Equal(Principles.All.Select(p => p.Id), Texts(Schemas.Key["$defs"]!["principle"]!["enum"]!));
    }

    [Fact]
    public void Limits_of_forms_are_the_ones_of_the_checks()
    {
        Assert.Equal(BlueprintChecks.MostForms, Most("$defs/blueprint/forms"));
        Assert.Equal(BlueprintChecks.MostScenarios, Most("$defs/count"));
        Assert.Equal(BlueprintChecks.MostScenarios, Most("$defs/blueprint/pretestCount"));
        Assert.Equal(FormChecks.LongestLimit.TotalMinutes, Most("$defs/blueprint/minutes"));
        Assert.Equal(FormChecks.LongestLimit.TotalMinutes, Most("$defs/list/minutes"));
        static double Most(string path) => Block(Schemas.Form, path)["maximum"]!.GetValue<double>();
    }

    private static IEnumerable<string> Enum(JsonObject schema, string path) => Texts(Block(schema, path)["enum"]!);

    private static IEnumerable<string> Names(JsonObject schema, string path) => Block(schema, path)["properties"]!.AsObject().Select(field => field.Key);

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(word => word!.GetValue<string>());

    /// <param name="path">Fields, and steps into a list (<c>items</c>) or named blocks (<c>additionalProperties</c>), joined by slashes.</param>
    private static JsonObject Block(JsonObject schema, string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(schema, (block, step) =>
            (block["properties"]?[step] ?? block[step] ?? throw new ArgumentException($"There is no {step} on the way to {path}.", nameof(path))).AsObject());

    [GeneratedRegex("known here are (?<fields>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex KnownFields();
}
