using EqAssess.Domain.Rights;

namespace EqAssess.Domain.Tests.Rights;

public sealed class RewriteRulesTests
{
    [Theory]
    [InlineData(50_000_000, true, 0, true)]
    [InlineData(50_000_001, true, 0, false)]
    [InlineData(50_000_001, false, 0, true)]
    [InlineData(50_000_001, true, 1439, false)]
    [InlineData(50_000_001, true, 1440, true)]
    public void A_large_file_waits_for_the_end_of_tests_but_no_longer_than_a_day(long bytes, bool testsRun, int minutes, bool now) =>
        Assert.Equal(now, RewriteRules.IsTime(bytes, testsRun, TimeSpan.FromMinutes(minutes)));
}
