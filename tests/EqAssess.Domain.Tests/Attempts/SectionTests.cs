using EqAssess.Domain.Attempts;
using EqAssess.Domain.Forms;
using static EqAssess.Domain.Tests.Attempts.AttemptWalk;

namespace EqAssess.Domain.Tests.Attempts;

/// <summary>A form in two sections: the first with a limit of ten minutes, the second with none of its own.</summary>
public sealed class SectionTests
{
    private static readonly Guid Third = new(3, 0, 0, new byte[8]);
    private static readonly AttemptForm Sections = new([First, Second, Third], [new FormSection("One", 2, TimeSpan.FromMinutes(10)), new FormSection("Two", 1, null)]);

    private readonly List<AttemptEvent> log = [new AttemptEvent.Started(At(0), Limit, Grace)];

    private AttemptState.InProgress Running => Assert.IsType<AttemptState.InProgress>(AttemptState.After(log));

    [Fact]
    public void The_clock_shows_the_sections_limit_while_it_is_shorter()
    {
        Present(0, First);

        Assert.Equal(TimeSpan.FromSeconds(500), Running.TimeLeft(At(100)));
        Assert.Equal(At(Limit), Running.Deadline);
    }

    [Fact]
    public void A_section_whose_time_is_over_shows_nothing_more_and_takes_late_saves_in_the_grace_only()
    {
        Present(0, First);

        Assert.Equal(new Decision.Refused(RefusalReason.SectionIsOver), AttemptRules.Present(Running, Sections, Second, At(600)));
        Assert.IsType<Decision.Accepted>(AttemptRules.Answer(Running, Sections, First, "a=1", At(600 + Grace)));
        Assert.Equal(new Decision.Refused(RefusalReason.SectionIsOver), AttemptRules.Answer(Running, Sections, First, "a=1", At(601 + Grace)));
        Assert.IsType<Decision.Accepted>(AttemptRules.Present(Running, Sections, Third, At(700)));
    }

    [Fact]
    public void A_section_that_was_left_stays_left()
    {
        Present(0, First);
        Present(100, Third);

        Assert.Equal(new Decision.Refused(RefusalReason.SectionIsOver), AttemptRules.Present(Running, Sections, First, At(110)));
        Assert.Equal(new Decision.Refused(RefusalReason.SectionIsOver), AttemptRules.Answer(Running, Sections, First, "a=1", At(110)));
        Assert.Equal(TimeSpan.FromSeconds(Limit - 110), Running.TimeLeft(At(110)));
    }

    [Fact]
    public void What_was_granted_multiplies_the_sections_limit_and_extensions_in_it_count_for_it()
    {
        log.Add(Accepted(AttemptRules.Accommodate(Running, new GrantedTime(150, null, TimeSpan.Zero, Typed: false), At(0))));
        log.Add(Accepted(AttemptRules.Extend(Running, TimeSpan.FromSeconds(60), ExtensionReasons.Outage, At(0))));
        Present(10, First);
        log.Add(Accepted(AttemptRules.Extend(Running, TimeSpan.FromSeconds(90), ExtensionReasons.Outage, At(20))));

        Assert.Equal(At(10 + 900 + 90), Running.SectionDeadline);
    }

    private void Present(double at, Guid item) => log.Add(Accepted(AttemptRules.Present(Running, Sections, item, At(at))));

    private static AttemptEvent Accepted(Decision decision) => Assert.IsType<Decision.Accepted>(decision).Event;
}
