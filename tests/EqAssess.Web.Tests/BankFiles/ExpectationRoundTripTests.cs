using EqAssess.Data.BankFiles;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class ExpectationRoundTripTests : IDisposable
{
    private readonly BankFolderBuilder bank = new();

    public void Dispose() => bank.Dispose();

    [Theory]
    [InlineData("{ perFacet: 1, channels: [phone, chat], perChannel: 2 }", "expects:\n  perFacet: 1\n  channels: [phone, chat]\n  perChannel: 2\ndomains:")]
    [InlineData("{ perFacet: 1 }", "expects:\n  perFacet: 1\ndomains:")]
    [InlineData("{}", "for tests.\ndomains:")]
    public void What_a_bank_expects_is_written_where_it_was_read(string expects, string written)
    {
        bank.Changing("bank.yaml", "domains:", $"expects: {expects}\ndomains:");
        var reading = bank.Read();

        string text = CanonicalYaml.Files(reading.Bank!, reading.Keys).Single(file => file.Path == "bank.yaml").Text;

        Assert.Contains(written, text, StringComparison.Ordinal);
        bank.With("bank.yaml", text);
        Assert.Equivalent(reading.Bank!.Expects, bank.Read().Bank!.Expects, strict: true);
    }
}
