using EqAssess.Domain.Banks;
using Xunit;
using static EqAssess.Domain.Tests.Banks.SampleBank;

namespace EqAssess.Domain.Tests.Banks;

public sealed class BankChecksTests
{
    [Fact]
    public void A_sound_bank_has_no_problem()
    {
        var problems = BankChecks.Problems(SoundBank);

        Assert.Empty(problems);
    }

    [Fact]
    public void Every_required_text_of_a_bank_is_asked_for()
    {
        var bank = SoundBank with { Id = "", Title = " ", Language = "", Description = "\n" };

        var found = Found(BankChecks.Problems(bank));

        Assert.Equal(["Error missing id", "Error missing title", "Error missing language", "Error missing description"], found);
    }

    [Fact]
    public void Every_required_text_of_a_domain_and_a_facet_is_asked_for()
    {
        var bank = SoundBank with { Domains = [Express, new BankDomain("", "", "", "", [new Facet("", "", "")]), new BankDomain("listen", "Listening", "What?", "Why?", [])] };

        var found = Found(BankChecks.Problems(bank));

        Assert.Equal(
            [
                "Error missing domains/1/code", "Error missing domains/1/title", "Error missing domains/1/interviewQuestion", "Error missing domains/1/followUp",
                "Error missing domains/1/facets/0/code", "Error missing domains/1/facets/0/title", "Error missing domains/1/facets/0/behaviour",
                "Error missing domains/2/facets",
                "Warning empty-domain domains/1",
            ],
            found);
    }

    [Fact]
    public void Every_required_text_of_an_item_is_asked_for()
    {
        var item = SoundItem with { Id = "", Format = "", Facet = "", Title = "", Situation = "", Said = [new Utterance("", "")], Options = [new Option("", "")] };

        var found = Found(BankChecks.Problems(SoundBank with { Items = [item] }));

        Assert.Equal(
            [
                "Error missing items/0/id", "Error missing items/0/format", "Error missing items/0/facet", "Error missing items/0/title", "Error missing items/0/situation",
                "Error missing items/0/said/0/speaker", "Error missing items/0/said/0/text", "Error missing items/0/options/0/id", "Error missing items/0/options/0/text",
            ],
            found);
    }

    [Theory]
    [InlineData("Late-parcel")]
    [InlineData("late_parcel")]
    [InlineData("late--parcel")]
    [InlineData("-late")]
    [InlineData("late-")]
    [InlineData("late\n")]
    [InlineData("späte")]
    [InlineData("a2345678901234567890123456789012345678901234567890123456789012345678901234567890x")]
    public void An_id_is_kebab_case_and_80_characters_at_most(string id)
    {
        var found = Found(BankChecks.Problems(SoundBank with { Items = [SoundItem with { Id = id }] }));

        Assert.Equal(["Error bad-id items/0/id"], found);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de-AT")]
    [InlineData("zh-Hant-TW")]
    public void A_language_tag_is_accepted(string tag)
    {
        var problems = BankChecks.Problems(SoundBank with { Language = tag });

        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("English")]
    [InlineData("e")]
    [InlineData("en_GB")]
    [InlineData("en-")]
    public void What_is_no_language_tag_is_refused(string tag)
    {
        var found = Found(BankChecks.Problems(SoundBank with { Language = tag }));

        Assert.Equal(["Error bad-language language"], found);
    }

    [Fact]
    public void Repeated_items_options_domains_and_facets_are_each_named()
    {
        var item = SoundItem with { Options = [SoundItem.Options[0], SoundItem.Options[1], SoundItem.Options[0], SoundItem.Options[3]] };

        var found = Found(BankChecks.Problems(SoundBank with { Domains = [Express, Express], Items = [SoundItem, item] }));

        Assert.Equal(["Error duplicate-id domains/1/code", "Error duplicate-id domains/1/facets/0/code", "Error duplicate-id items/1/options/2/id", "Error duplicate-id items/1/id"], found);
    }

    [Fact]
    public void Unknown_domains_facets_and_formats_are_named_with_the_known_ones()
    {
        var express = Express with { Facets = [.. Express.Facets, new Facet("wording", "Wording", "Words.")] };
        var bank = SoundBank with
        {
            Domains = [express, Express with { Code = "expres", Facets = [new Facet("language", "Language", "Words.")] }],
            Items = [SoundItem with { Facet = "valuation", Format = "rate-all" }],
        };

        var problems = BankChecks.Problems(bank);

        Assert.Equal(["Error unknown-facet domains/0/facets/1/code", "Error unknown-domain domains/1/code", "Error unknown-format items/0/format", "Error unknown-facet items/0/facet"], Found(problems));
        Assert.EndsWith("known are recognise, listen, express, resolve", problems[1].Message, StringComparison.Ordinal);
        Assert.Contains("rate-each", problems[2].Message, StringComparison.Ordinal);
        Assert.EndsWith("self-regulation, de-escalation, resolution", problems[3].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_facet_declared_under_the_wrong_domain_is_sent_home()
    {
        var bank = SoundBank with { Domains = [Express with { Facets = [.. Express.Facets, new Facet("cues", "Cues", "Notices.")] }] };

        var problem = Assert.Single(BankChecks.Problems(bank));

        Assert.Equal("misplaced-facet", problem.Code);
        Assert.Equal("facet 'cues' belongs to domain 'recognise', not to 'express': move it there", problem.Message);
    }

    [Fact]
    public void An_item_may_only_use_a_facet_that_its_bank_declares()
    {
        var found = Found(BankChecks.Problems(SoundBank with { Items = [SoundItem, SoundItem with { Id = "other", Facet = "probing" }] }));

        Assert.Equal(["Error undeclared-facet items/1/facet"], found);
    }

    [Fact]
    public void A_bank_without_domains_is_told_once_and_not_for_every_item()
    {
        var found = Found(BankChecks.Problems(SoundBank with { Domains = [] }));

        Assert.Equal(["Error missing domains"], found);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void The_number_of_options_is_for_the_format_to_judge(int count)
    {
        var item = SoundItem with { Options = [.. "abcdef".Take(count).Select(letter => new Option(letter.ToString(), $"Words of {letter}."))] };

        var found = Found(BankChecks.Problems(SoundBank with { Items = [item] }));

        Assert.Equal(["Error format-content items/0/options"], found);
    }

    [Theory]
    [InlineData(39, 1)]
    [InlineData(40, 0)]
    [InlineData(110, 0)]
    [InlineData(111, 1)]
    public void A_stem_outside_of_40_to_110_words_is_a_warning(int words, int warnings)
    {
        var item = SoundItem with { Situation = Words(words - 3) };

        var found = Found(BankChecks.Problems(SoundBank with { Items = [item] }));

        Assert.Equal(Enumerable.Repeat("Warning stem-length items/0/situation", warnings), found);
    }

    [Fact]
    public void A_bank_of_practice_items_alone_is_not_publishable()
    {
        var found = Found(BankChecks.Problems(SoundBank with { Items = [SoundItem with { Use = ItemUse.Practice }] }));

        Assert.Equal(["Error no-live-item "], found);
    }

    [Fact]
    public void A_declared_domain_without_a_live_item_is_a_warning()
    {
        var listen = new BankDomain("listen", "Listening", "What?", "Why?", [new Facet("probing", "Probing", "Asks.")]);

        var found = Found(BankChecks.Problems(SoundBank with { Domains = [Express, listen], Items = [SoundItem, SoundItem with { Id = "other", Facet = "probing", Use = ItemUse.Practice }] }));

        Assert.Equal(["Warning empty-domain domains/1"], found);
    }
}
