using EqAssess.Domain.Attempts;

namespace EqAssess.Domain.Tests.Attempts;

public sealed class ClockRulesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5, 0)]
    [InlineData(2, 0)]
    [InlineData(2.1, -2.1)]
    [InlineData(300, -300)]
    [InlineData(-7, 0)]
    [InlineData(-7.1, 2.1)]
    [InlineData(-305, 300)]
    public void A_sign_that_was_given_within_the_last_five_seconds_tells_by_how_much_clocks_differ_at_least(double sign, double ahead)
    {
        var now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

        TimeSpan found = ClockRules.Ahead(now.AddSeconds(sign), now, TimeSpan.FromSeconds(5));

        Assert.Equal(ahead, found.TotalSeconds, 6);
    }
}
