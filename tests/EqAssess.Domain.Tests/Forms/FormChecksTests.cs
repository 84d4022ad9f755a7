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

    [Fact]
    public void Sections_cover_all_items_give_each_its_time_and_stay_within_the_limit()
    {
        var limit = TimeSpan.FromMinutes(5);

        Assert.Empty(FormChecks.OfSections([], limit, Two));
        Assert.Empty(FormChecks.OfSections([new FormSection("One", 1, TimeSpan.FromMinutes(2)), new FormSection("Two", 1, null)], limit, Two));
        Assert.Equal([new FormProblem.SectionsDoNotCover(1, 2)], FormChecks.OfSections([new FormSection("One", 1, null)], limit, Two));
        Assert.Equal([new FormProblem.SectionsDoNotCover(2, 2)], FormChecks.OfSections([new FormSection(" ", 2, null)], limit, Two));
        Assert.Equal(
            [(typeof(FormProblem.SectionTooShort), 1)],
            FormChecks.OfSections([new FormSection("One", 2, TimeSpan.FromMinutes(3))], limit, Two).OfType<FormProblem.SectionTooShort>().Select(p => (p.GetType(), p.Number)));
        Assert.Equal(
            [new FormProblem.SectionsTooLong(TimeSpan.FromMinutes(6))],
            FormChecks.OfSections([new FormSection("One", 2, TimeSpan.FromMinutes(6))], limit, Two));
    }
}
