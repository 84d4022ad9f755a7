using System.Globalization;
using EqAssess.Domain.Campaigns;

namespace EqAssess.Domain.Tests.Campaigns;

public sealed class ReminderPlanTests
{
    private static readonly DateTimeOffset End = At("2026-12-04T00:00Z");

    [Theory]
    [InlineData("Europe/Madrid", "2026-12-02T20:59Z", "2026-12-03T07:00Z")]
    [InlineData("Europe/Madrid", "2026-12-02T19:59Z", "2026-12-02T19:59Z")]
    [InlineData("Europe/Madrid", "2026-12-02T06:59Z", "2026-12-02T07:00Z")]
    [InlineData("Europe/Madrid", "2026-12-02T07:00Z", "2026-12-02T07:00Z")]
    [InlineData("America/New_York", "2026-12-02T06:59Z", "2026-12-02T13:00Z")]
    [InlineData("Asia/Tokyo", "2026-12-02T06:59Z", "2026-12-02T06:59Z")]
    [InlineData("Europe/Madrid", "2027-03-27T22:30Z", "2027-03-28T06:00Z")]
    [InlineData("Europe/Madrid", "2026-10-24T22:30Z", "2026-10-25T07:00Z")]
    public void A_quiet_night_ends_at_eight_in_the_zone_of_the_person(string zone, string instant, string due) =>
        Assert.Equal(At(due), new QuietHours(21, 8).After(At(instant), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public void Where_clocks_jump_over_the_end_of_the_quiet_hours_they_end_with_the_jump() =>
        Assert.Equal(At("2027-03-14T05:00Z"), new QuietHours(21, 0).After(At("2027-03-14T03:00Z"), TimeZoneInfo.FindSystemTimeZoneById("America/Havana")));

    [Theory]
    [InlineData(12, 14, "2026-12-02T13:59Z", "2026-12-02T14:00Z")]
    [InlineData(12, 14, "2026-12-02T11:59Z", "2026-12-02T11:59Z")]
    [InlineData(8, 8, "2026-12-02T03:00Z", "2026-12-02T03:00Z")]
    public void Hours_of_one_day_and_none_at_all_are_possible(int from, int until, string instant, string due) =>
        Assert.Equal(At(due), new QuietHours(from, until).After(At(instant), TimeZoneInfo.Utc));

    [Theory]
    [InlineData("48 24", "48 24")]
    [InlineData(" 24, 168;48,24 ", "168 48 24")]
    [InlineData("", "")]
    [InlineData("672", "672")]
    public void Hours_are_read_as_people_type_them(string text, string slots) =>
        Assert.Equal(slots, string.Join(' ', ReminderPlan.ReadSlots(text)!));

    [Theory]
    [InlineData("0")]
    [InlineData("673")]
    [InlineData("-24")]
    [InlineData("two days")]
    [InlineData("1 2 3 4 5 6")]
    [InlineData("24.5")]
    public void Other_hours_are_refused(string text) => Assert.Null(ReminderPlan.ReadSlots(text));

    [Theory]
    [InlineData("2026-12-01T23:59Z", null)]
    [InlineData("2026-12-02T00:00Z", 48)]
    [InlineData("2026-12-02T23:59Z", 48)]
    [InlineData("2026-12-03T00:00Z", 24)]
    [InlineData("2026-12-03T23:59Z", 24)]
    [InlineData("2026-12-04T00:00Z", null)]
    public void The_slot_that_began_last_is_the_one_to_write_in(string now, int? slot) =>
        Assert.Equal(slot, new ReminderPlan([48, 24], 3, new QuietHours(21, 8)).SlotAt(End, At(now)));

    [Theory]
    [InlineData("2026-06-15T09:00Z", 6, "2026-12-15T09:00Z")]
    [InlineData("2026-08-31T09:00Z", 6, "2027-02-28T09:00Z")]
    [InlineData("2026-08-31T09:00Z", 0, null)]
    [InlineData(null, 6, null)]
    public void Somebody_may_take_a_test_again_after_so_many_months(string? counted, int months, string? from) =>
        Assert.Equal(from is null ? null : At(from), RetestRule.StartsFrom(counted is null ? null : At(counted), months));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
