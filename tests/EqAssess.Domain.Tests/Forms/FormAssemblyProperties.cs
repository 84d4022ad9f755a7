using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;

namespace EqAssess.Domain.Tests.Forms;

/// <summary>What holds for the forms of every seed.</summary>
public sealed class FormAssemblyProperties
{
    private static readonly IReadOnlyList<AssemblyItem> Pool =
    [
        .. SamplePool.Of(96).With(i => i.Id switch
        {
            "i-001" => i with { Enemies = ["i-005", "i-009", "i-013"] },
            "i-002" => i with { Enemies = ["i-003"] },
            "i-040" => i with { Attempts = 501 },
            "i-044" or "i-045" => i with { CanCount = false },
            _ => i,
        }),
    ];

    private static readonly Blueprint Plan = SamplePool.Plan with
    {
        Forms = 4,
        Anchors = ["i-004", "i-007"],
        Formats = [new Quota("most-least", 2, 3)],
        PretestCount = 2,
        Pretest = ["i-090"],
        Minutes = 30,
        MostShare = 0.5,
        MostAttempts = 500,
        MostOverlap = 0.5,
    };

    public static TheoryData<long> Seeds => [.. Enumerable.Range(0, 25).Select(i => (i * 7919L) - 3)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_form_has_the_content_that_the_blueprint_asks_for(long seed)
    {
        foreach (AssembledForm form in Plan.Made(Pool, seed).Forms)
        {
            IReadOnlyList<AssemblyItem> items = form.Counting(Pool);
            Assert.All(Plan.Domains, q => Assert.Equal(q.Least, items.Count(i => i.Domain == q.Code)));
            Assert.All(Plan.Facets, q => Assert.True(items.Count(i => i.Facet == q.Code) >= q.Least));
            Assert.All(Plan.Channels, q => Assert.True(items.Count(i => i.Channel == q.Code) >= q.Least));
            Assert.InRange(items.Count(i => i.Format == "most-least"), 2, 3);
            Assert.InRange(form.Facts.LeastMinutes, 0, 30);
            Assert.Equal(15, form.Items.Select(i => i.Id).Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nobody_meets_enemies_or_an_item_that_was_seen_too_often_or_an_advantage_without_reading(long seed)
    {
        foreach (AssembledForm form in Plan.Made(Pool, seed).Forms)
        {
            HashSet<string> ids = [.. form.Items.Select(i => i.Id)];
            Assert.DoesNotContain(Pool.Where(i => ids.Contains(i.Id)), i => ids.Overlaps(i.Enemies));
            Assert.DoesNotContain("i-040", ids);
            Assert.InRange(form.Facts.BlindGain, -1, Blueprint.MostBlindGain);
            Assert.Equal(form.Facts.BlindGain, Enumerable.Range(0, 2).Max(s => form.Counting(Pool).Average(i => i.BlindGains[s])), 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Forms_share_no_more_than_they_may_and_anchors_stand_at_the_same_places(long seed)
    {
        AssemblyResult.Assembled made = Plan.Made(Pool, seed);

        List<HashSet<string>> counting = [.. made.Forms.Select(f => f.Counting(Pool).Select(i => i.Id).ToHashSet())];
        Assert.All(Enumerable.Range(0, 4), a => Assert.All(Enumerable.Range(0, 4), b => Assert.Equal(counting[a].Intersect(counting[b]).Count(), made.InCommon[a][b])));
        Assert.All(Enumerable.Range(0, 4), a => Assert.All(Enumerable.Range(0, a), b => Assert.InRange(made.InCommon[a][b], 2, 6)));
        Assert.All(counting.SelectMany(c => c.Except(Plan.Anchors)).CountBy(i => i), use => Assert.InRange(use.Value, 1, 2));
        foreach (string anchor in Plan.Anchors)
        {
            Assert.Single(made.Forms.Select(f => f.Items.Index().Single(i => i.Item.Id == anchor && !i.Item.Pretest).Index).Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Pretest_items_come_from_those_that_cannot_count_first_and_differ_between_forms(long seed)
    {
        AssemblyResult.Assembled made = Plan.Made(Pool, seed);

        List<string> drawn = [.. made.Forms.SelectMany(f => f.Items.Where(i => i.Pretest).Select(i => i.Id))];
        Assert.Equal(4, drawn.Count(i => i == "i-090"));
        Assert.Equal(8, drawn.Where(i => i != "i-090").Distinct().Count());
        Assert.Contains("i-044", drawn);
        Assert.Contains("i-045", drawn);
        Assert.DoesNotContain(made.Forms, f => f.Counting(Pool).Any(i => !i.CanCount));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Forms_of_one_assembly_are_about_as_long(long seed)
    {
        AssemblyResult.Assembled made = SamplePool.Plan.Made(SamplePool.Of(96), seed);

        double[] minutes = [.. made.Forms.Select(f => f.Facts.LeastMinutes)];
        Assert.True(minutes.Max() / minutes.Min() < 1.05, $"{minutes.Min()} to {minutes.Max()}");
    }

    [Fact]
    public void Forms_are_about_as_difficult_where_items_have_been_observed_and_say_on_how_many_attempts()
    {
        IReadOnlyList<AssemblyItem> observed = SamplePool.Of(96).With(i => i with { Difficulty = new ObservedDifficulty(0.3 + (i.Words * 13 % 50 / 100d), 40 + i.Words) });

        IReadOnlyList<AssembledForm> forms = (SamplePool.Plan with { Forms = 4 }).Made(observed).Forms;

        double[] means = [.. forms.Select(f => f.Facts.Difficulty.Mean!.Value)];
        Assert.True(means.Max() - means.Min() < 0.03, $"{means.Min()} to {means.Max()}");
        Assert.All(forms, f => Assert.Equal(f.Counting(observed).Min(i => i.Difficulty!.Attempts), f.Facts.Difficulty.LeastAttempts));
    }

    [Fact]
    public void A_difficulty_is_never_made_up_for_items_without_data()
    {
        IReadOnlyList<AssemblyItem> half = SamplePool.Of(96).With(i => i.Domain == "listen" ? i with { Difficulty = new ObservedDifficulty(0.5, 30) } : i);

        AssembledForm form = SamplePool.Plan.Made(half).Forms[0];

        Assert.Equal(new ExpectedDifficulty(null, null, 3), form.Facts.Difficulty);
        Assert.Equal(0.375, form.Facts.Chance, 1e-12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_forms_whatever_the_order_of_the_items_and_another_seed_gives_others()
    {
        AssemblyResult.Assembled first = Plan.Made(Pool, 42);
        AssemblyResult.Assembled again = Plan.Made([.. Pool.Reverse()], 42);
        AssemblyResult.Assembled other = Plan.Made(Pool, 43);

        Assert.Equal(first.Forms.SelectMany(f => f.Items), again.Forms.SelectMany(f => f.Items));
        Assert.NotEqual(first.Forms.SelectMany(f => f.Items), other.Forms.SelectMany(f => f.Items));
    }

    /// <summary>A pin across versions: whoever changes how forms are drawn changes what a recorded seed means.</summary>
    [Fact]
    public void A_recorded_seed_still_means_what_it_meant()
    {
        AssembledForm form = (SamplePool.Plan with { Forms = 1 }).Made(SamplePool.Of(48), 20261122).Forms[0];

        Assert.Equal("i-016 i-007 i-013 i-002 i-020 i-001", string.Join(' ', form.Items.Take(6).Select(i => i.Id)));
    }

    /// <summary>Against a quarter of the pool in the same run: the work grows with the items, and not with their pairs (which would be sixteenfold).</summary>
    [Fact]
    public void Four_forms_from_10_000_items_are_drawn_in_time_that_grows_with_the_items()
    {
        Blueprint plan = SamplePool.Plan with { Forms = 4, MostOverlap = 0.25 };
        (IReadOnlyList<AssemblyItem> few, IReadOnlyList<AssemblyItem> many) = (SamplePool.Of(2_500), SamplePool.Of(10_000));
        _ = Fastest(plan, few);

        Assert.InRange(Fastest(plan, many) / Fastest(plan, few), 0, 10);
    }

    private static double Fastest(Blueprint plan, IReadOnlyList<AssemblyItem> pool) => Enumerable.Range(0, 3).Min(_ =>
    {
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        plan.Made(pool);
        return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    });
}
