using EqAssess.Domain.Banks;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class ExpectationFileTests : IDisposable
{
    private readonly BankFolderBuilder bank = new();

    public void Dispose() => bank.Dispose();

    [Fact]
    public void What_a_bank_expects_is_read_and_what_falls_short_is_named_at_its_line()
    {
        bank.Changing("bank.yaml", "domains:", "expects: { perFacet: 1, channels: [phone, chat], perChannel: 1 }\ndomains:");

        var reading = bank.Read();

        Assert.Equivalent(new BankExpectations(1, [Channel.Phone, Channel.Chat], 1), reading.Bank!.Expects, strict: true);
        Assert.Equal(
            [
                "bank.yaml:5: warning: channel 'chat' has 0 of the 1 live items that the bank expects: write 1 more, or expect fewer",
                "bank.yaml:15: warning: facet 'language' has 0 of the 1 live items that the bank expects: write 1 more, or expect fewer",
            ],
            bank.Problems());
    }

    [Fact]
    public void A_bank_that_expects_nothing_is_held_against_nothing() => Assert.Same(BankExpectations.None, bank.Read().Bank!.Expects);

    [Theory]
    [InlineData("{ perFacet: many }", "bank.yaml:5: 'perFacet' must be a whole number of items, not 'many'")]
    [InlineData("{ perFacet: 2.5 }", "bank.yaml:5: 'perFacet' must be a whole number of items, not '2.5'")]
    [InlineData("{ perChannel: -1 }", "bank.yaml:5: -1 is no number of items: write 0 or more")]
    [InlineData("{ channels: [fax] }", "bank.yaml:5: unknown channel 'fax': known are phone, chat, email, social, team")]
    [InlineData("{ perFacets: 1 }", "bank.yaml:5: unknown field 'perFacets': did you mean 'perFacet'?")]
    public void What_cannot_be_expected_is_an_error(string expects, string problem)
    {
        bank.Changing("bank.yaml", "domains:", $"expects: {expects}\ndomains:");

        Assert.Equal([problem], bank.Problems());
    }

    [Fact]
    public void An_enemy_whose_file_cannot_be_read_is_not_called_unknown()
    {
        bank.Changing(BankFolderBuilder.Item, "question: reply", "enemies: [warm-up]\nquestion: reply").With(BankFolderBuilder.Practice, "id: [\n");

        Assert.StartsWith("items/warm-up.yaml:", Assert.Single(bank.Problems()), StringComparison.Ordinal);
    }
}
