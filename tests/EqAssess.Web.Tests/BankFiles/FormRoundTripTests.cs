using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class FormRoundTripTests : IDisposable
{
    private const string Blueprint = "forms/short-form.yaml";
    private const string Listed = "forms/by-hand.yaml";

    private readonly BankFolderBuilder bank = new();
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("eqassess-forms-");

    private string Zip => Path.Combine(place.FullName, "out.zip");

    public void Dispose()
    {
        bank.Dispose();
        place.Delete(recursive: true);
    }

    [Fact]
    public void A_blueprint_is_written_in_the_order_of_its_fields()
    {
        bank.With(Blueprint, """
            mostOverlap: 0.25
            mostAttempts: 400
            mostShare: 0.5
            minutes: 20
            pretestCount: 1
            anchors: [late-parcel]
            channels: { phone: 1 }
            formats: { rate-each: 2 }
            facets: { validation: 1, language: { most: 2 } }
            domains: { express: 3 }
            forms: 2
            title: "A short form"
            id: short-form
            """);

        Assert.Equal(
            """
            id: short-form
            title: A short form
            forms: 2
            domains:
              express: 3
            facets:
              validation: 1
              language: { least: 0, most: 2 }
            formats:
              rate-each: 2
            channels:
              phone: 1
            anchors: [late-parcel]
            pretestCount: 1
            minutes: 20
            mostShare: 0.5
            mostAttempts: 400
            mostOverlap: 0.25

            """,
            Written(Blueprint));
    }

    [Theory]
    [InlineData("forms: 1\npretestCount: 0\nanchors: []\npretest: []\nfacets: {}\nmostShare: 1\nmostOverlap: 1.0")]
    [InlineData("minutes:\nmostAttempts:\nformats:\nchannels: {}")]
    public void What_would_be_so_anyhow_takes_no_line(string fields)
    {
        bank.With(Blueprint, $"id: short-form\ntitle: A short form\ndomains: {{ express: 3 }}\n{fields}\n");

        Assert.Equal("id: short-form\ntitle: A short form\ndomains:\n  express: 3\n", Written(Blueprint));
    }

    [Fact]
    public void A_listed_form_has_an_item_a_line()
    {
        bank.With(Listed, "items: [late-parcel]\nminutes: 10\ntitle: By hand\nid: by-hand\n");

        Assert.Equal("id: by-hand\ntitle: By hand\nminutes: 10\nitems:\n  - late-parcel\n", Written(Listed));
    }

    [Fact]
    public void Forms_go_through_a_zip_and_a_diff_tells_them_apart_by_file()
    {
        bank.With(Blueprint, "id: short-form\ntitle: A short form\ndomains: { express: 3 }\n").With(Listed, "id: by-hand\ntitle: By hand\nitems: [late-parcel]\n");
        string copy = Path.Combine(place.FullName, "copy");
        CommandRun.Of("bank", "export", bank.Folder, "--zip", Zip);

        var unzipped = CommandRun.Of("bank", "unzip", Zip, copy);
        var same = CommandRun.Of("bank", "diff", bank.Folder, copy);
        bank.Changing(Blueprint, "express: 3", "express: 4").Without(Listed).With("forms/more.yaml", "id: more\ntitle: More\nitems: [late-parcel]\n");

        Assert.Equal(new CommandRun(0, "", ""), unzipped);
        Assert.Equal("0 added, 0 changed, 0 retired, 2 unchanged items\n", same.Output);
        Assert.Equal(
            """
            forms/short-form.yaml: changed: domains
            forms/more.yaml: added
            forms/by-hand.yaml: taken out
            0 added, 0 changed, 0 retired, 2 unchanged items

            """,
            CommandRun.Of("bank", "diff", Zip, bank.Folder).Output);
    }

    [Fact]
    public void A_form_that_is_not_canonical_is_rewritten()
    {
        bank.With(Listed, "id: by-hand\ntitle: By hand\nitems: [late-parcel]\n");

        var run = CommandRun.Of("bank", "format", bank.Folder);

        Assert.Contains($"{bank.PathOf("./" + Listed)}: rewritten\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("items:\n  - late-parcel\n", bank.TextOf(Listed), StringComparison.Ordinal);
    }

    private string Written(string path)
    {
        BankReading reading = bank.Read();
        Assert.True(reading.Bank is not null, string.Join('\n', reading.Problems));
        return CanonicalYaml.Files(reading.Bank, reading.Keys).Single(file => file.Path == path).Text;
    }
}
