using EqAssess.Domain.Banks;
using static EqAssess.Domain.Tests.Banks.SampleBank;

namespace EqAssess.Domain.Tests.Banks;

public sealed class ExpectationChecksTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void A_facet_with_fewer_live_items_than_the_bank_expects_is_a_warning(int perFacet, int warnings)
    {
        var found = Found(BankChecks.Problems(Expecting(new BankExpectations(perFacet, [], 0))));

        Assert.Equal(Enumerable.Repeat("Warning few-in-facet domains/0/facets/0", warnings), found);
    }

    [Fact]
    public void An_expected_channel_needs_one_live_item_unless_the_bank_asks_for_more()
    {
        var problems = BankChecks.Problems(Expecting(new BankExpectations(0, [Channel.Phone, Channel.Chat, Channel.Chat], 0)));

        Assert.Equal("channel 'chat' has 0 of the 1 live items that the bank expects: write 1 more, or expect fewer", Assert.Single(problems).Message);
        Assert.Equal(
            ["Warning few-in-channel expects/channels", "Warning few-in-channel expects/channels"],
            Found(BankChecks.Problems(Expecting(new BankExpectations(0, [Channel.Phone, Channel.Chat], 3)))));
    }

    [Fact]
    public void Practice_items_do_not_count() =>
        Assert.Contains(
            "Warning few-in-facet domains/0/facets/0",
            Found(BankChecks.Problems(Expecting(new BankExpectations(2, [], 0)) with { Items = [SoundItem, SoundItem with { Id = "other", Use = ItemUse.Practice }] })));

    [Fact]
    public void A_negative_count_is_an_error() =>
        Assert.Equal(
            ["Error bad-count expects/perFacet", "Error bad-count expects/perChannel"],
            Found(BankChecks.Problems(Expecting(new BankExpectations(-1, [], -1)))));

    private static Bank Expecting(BankExpectations expects) => SoundBank with { Expects = expects };
}
