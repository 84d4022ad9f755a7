using System.Globalization;
using EqAssess.Domain.Rights;

namespace EqAssess.Domain.Tests.Rights;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-11-23", 5, "2026-11-30")] // Monday: the Monday after.
    [InlineData("2026-11-27", 1, "2026-11-30")] // Friday: the weekend does not count.
    [InlineData("2026-11-28", 5, "2026-12-04")] // Saturday: the Friday after.
    [InlineData("2026-11-25", 12, "2026-12-11")] // Wednesday, over two weekends.
    public void Saturdays_and_Sundays_do_not_count(string asked, int days, string due) =>
        Assert.Equal(Day(due), WorkingDays.After(Day(asked), days));

    [Fact]
    public void An_answer_is_never_due_on_the_day_of_the_question() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.After(new DateOnly(2026, 11, 23), 0));

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "O", CultureInfo.InvariantCulture);
}
