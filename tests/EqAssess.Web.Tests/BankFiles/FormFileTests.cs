using EqAssess.Domain.Banks;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class FormFileTests : IDisposable
{
    private const string File = "forms/short-form.yaml";

    private const string Text = """
        id: short-form
        title: A short form
        forms: 2
        domains: { express: 3 }
        facets:
          validation: 1
          language: { least: 0, most: 2 }
        formats: { rate-each: 2 }
        channels: { phone: 1 }
        anchors: [late-parcel]
        pretest: []
        pretestCount: 1
        minutes: 20
        mostShare: 0.5
        mostAttempts: 400
        mostOverlap: 0.25
        """;

    private readonly BankFolderBuilder bank = new BankFolderBuilder().With(File, Text);

    public void Dispose() => bank.Dispose();

    [Fact]
    public void Every_field_of_a_blueprint_is_read()
    {
        Blueprint read = Assert.Single(bank.Read().Bank!.Blueprints);

        var expected = new Blueprint("short-form", "A short form", [new Quota("express", 3, 3)])
        {
            Forms = 2,
            Facets = [new Quota("validation", 1), new Quota("language", 0, 2)],
            Formats = [new Quota("rate-each", 2)],
            Channels = [new Quota("phone", 1)],
            Anchors = ["late-parcel"],
            PretestCount = 1,
            Minutes = 20,
            MostShare = 0.5,
            MostAttempts = 400,
            MostOverlap = 0.25,
        };
        Assert.Equivalent(expected, read, strict: true);
    }

    [Fact]
    public void A_form_may_list_its_items()
    {
        bank.With(File, "id: short-form\ntitle: A short form\nminutes: 10\nitems: [late-parcel]\n");

        FrozenForm form = Assert.Single(bank.Read().Bank!.Forms);

        Assert.Equivalent(new FrozenForm("short-form", "A short form", 10, ["late-parcel"]), form, strict: true);
        Assert.Empty(bank.Read().Bank!.Blueprints);
    }

    [Fact]
    public void A_form_may_have_sections_that_cover_its_items()
    {
        bank.With(File, "id: short-form\ntitle: A short form\nminutes: 10\nitems: [late-parcel]\nsections:\n  - { title: On the phone, items: 1, minutes: 8 }\n");
        FrozenForm form = Assert.Single(bank.Read().Bank!.Forms);
        bank.With(File, "id: short-form\ntitle: A short form\nminutes: 10\nitems: [late-parcel]\nsections:\n  - { title: On the phone, items: 2 }\n");

        Assert.Equal([new FrozenSection("On the phone", 1, 8)], form.Sections);
        Assert.Contains(bank.Read().Problems, p => p.ToString().Contains("the sections hold 2 items and the form 1"));
    }

    [Theory]
    [InlineData("id: short-form", "id: long-form", ":1: the id 'long-form' differs from the file's name 'short-form': rename one of them")]
    [InlineData("forms: 2", "forms: two", ":3: 'forms' must be a whole number, not 'two'")]
    [InlineData("express: 3", "express: { least: 1, most: 3 }", ":4: 'express' must be a whole number: a form has exactly as many scenarios of a domain, without a least and a most")]
    [InlineData("express: 3", "expres: 3", ":4: unknown domain 'expres': known here are express")]
    [InlineData("validation: 1", "cues: 1", ":6: unknown facet 'cues': known here are validation, language")]
    [InlineData("most: 2", "more: 2", ":7: unknown field 'more': did you mean 'most'?")]
    [InlineData("least: 0, most: 2", "least: 2, most: 1", ":7: 'language' needs a least of 0 to 60, and a most that is not below it")]
    [InlineData("channels: { phone", "channels: { fax", ":9: unknown channel 'fax': known here are phone, chat, email, social, team")]
    [InlineData("[late-parcel]", "[lost-parcel]", ":10: there is no item 'lost-parcel' in the bank: correct the id, or take it out")]
    [InlineData("[late-parcel]", "[warm-up]", ":10: item 'warm-up' is for practice: name a live one")]
    [InlineData("minutes: 20", "minutes: 500", ":13: 1 to 240 minutes are possible, not 500")]
    [InlineData("mostShare: 0.5", "mostShare: 2", ":14: 'mostShare' is a share from 0 to 1")]
    [InlineData("mostOverlap", "mostOverlp", ":16: unknown field 'mostOverlp': did you mean 'mostOverlap'?")]
    public void A_problem_in_a_blueprint_is_named_with_its_line(string text, string into, string expected)
    {
        bank.Changing(File, text, into);

        Assert.Equal([File + expected], bank.Problems());
    }

    [Fact]
    public void Numbers_that_are_too_large_together_are_a_problem_like_any_other()
    {
        bank.Changing(File, "express: 3", "express: 2147483647, listen: 2147483647");

        Assert.Contains($"{File}:4: 1 to 60 scenarios in a form are possible, not 2147483647", bank.Problems());
    }

    [Fact]
    public void An_item_that_cannot_be_read_is_not_missed_again_and_one_that_is_not_there_is()
    {
        bank.With(BankFolderBuilder.Item, "id: [late\n").Changing(File, "[late-parcel]", "[late-parcel, lost-parcel]");

        Assert.Equal(
            [$"{File}:10: there is no item 'lost-parcel' in the bank: correct the id, or take it out"],
            bank.Problems().Where(p => p.StartsWith("forms/", StringComparison.Ordinal)));
    }
}
