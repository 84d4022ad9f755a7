using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;

namespace EqAssess.Domain.Tests.Forms;

public sealed class FormChecksTests
{
    private static readonly Item[] Two = [SampleItem.Named("one", 100), SampleItem.Named("two", 160)];
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(3.4);

    [Fact]
    public void A_form_with_exactly_the_least_time_can_be_published() => Assert.Empty(FormChecks.Of("Sample", Least, Two));

    [Fact]
    public void A_second_less_is_refused_and_the_problem_names_the_least_time()
    {
        IReadOnlyList<FormProblem> problems = FormChecks.Of("Sample", Least - TimeSpan.FromSeconds(1), Two);

        FormProblem.TooLittleTime problem = Assert.IsType<FormProblem.TooLittleTime>(Assert.Single(problems));
        Assert.Equal(Least.TotalMinutes, problem.Least.TotalMinutes, 1e-6);
    }

    [Fact]
    public void Four_hours_are_the_longest()
    {
        Assert.Empty(FormChecks.Of("Sample", TimeSpan.FromHours(4), Two));

        IReadOnlyList<FormProblem> problems = FormChecks.Of("Sample", TimeSpan.FromHours(4) + TimeSpan.FromSeconds(1), Two);

        Assert.Equal([new FormProblem.TooMuchTime(TimeSpan.FromHours(4))], problems);
    }

    [Fact]
    public void Every_problem_is_listed_at_once()
    {
        Item practice = SampleItem.Named("warm-up") with { Use = ItemUse.Practice };

        IReadOnlyList<FormProblem> problems = FormChecks.Of("  ", TimeSpan.Zero, [.. Two, Two[0], practice]);

        Assert.Equal(
            ["NoTitle", "PracticeItem", "ItemTwice", "TooLittleTime"],
            problems.Select(p => p.GetType().Name));
        Assert.Contains(new FormProblem.ItemTwice("one"), problems);
        Assert.Contains(new FormProblem.PracticeItem("warm-up"), problems);
    }

    [Fact]
    public void An_item_whose_format_has_no_page_is_refused_by_name()
    {
        IReadOnlyList<FormProblem> problems = FormChecks.Of("Sample", Least, [Two[0], Two[1] with { Format = "rank" }]);

        Assert.Equal([new FormProblem.NoPage("two", "rank")], problems);
    }

    [Fact]
    public void A_form_without_items_is_refused()
    {
        IReadOnlyList<FormProblem> problems = FormChecks.Of("Sample", TimeSpan.FromMinutes(10), []);

        Assert.Equal([new FormProblem.NoItems()], problems);
    }
}
