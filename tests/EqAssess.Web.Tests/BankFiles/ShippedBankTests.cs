using EqAssess.Data.BankFiles;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class ShippedBankTests
{
    [Fact]
    public void The_shipped_bank_passes_every_check_without_a_warning()
    {
        var reading = BankReader.Read(Path.Combine(BuiltSite.QuestionBanks, "contact-centre-empathy"));

        Assert.Empty(reading.Problems.Select(p => ProblemLine.Of(p)));
        Assert.NotNull(reading.Bank);
    }
}
