using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;

namespace EqAssess.Domain.Tests.Forms;

/// <summary>"Not possible" names the constraint that fails, with its numbers.</summary>
public sealed class NotPossibleTests
{
    private static readonly IReadOnlyList<AssemblyItem> Pool = SamplePool.Of(48);

    [Fact]
    public void Too_few_scenarios_of_a_facet_after_enemies()
    {
        IReadOnlyList<AssemblyItem> enemies = Pool.With(i => i.Facet == "listen-1" ? i with { Enemies = ["i-005", "i-013", "i-021", "i-029"] } : i);
        Blueprint plan = SamplePool.Plan with { Facets = [new Quota("listen-1", 3)] };

        FailedConstraint failed = Proved(plan, enemies);

        Assert.Equal(new FailedConstraint(ConstraintKind.Facet, "listen-1", 3, 2, Enemies: 4), failed);
    }

    [Fact]
    public void Too_few_scenarios_of_a_domain_because_most_were_seen_too_often()
    {
        IReadOnlyList<AssemblyItem> seen = Pool.With(i => i.Domain == "resolve" && i.Id != "i-003" ? i with { Attempts = 300 } : i);

        FailedConstraint failed = Proved(SamplePool.Plan with { MostAttempts = 299, Facets = [] }, seen);

        Assert.Equal(new FailedConstraint(ConstraintKind.Domain, "resolve", 3, 1, Seen: 11), failed);
    }

    [Fact]
    public void Too_few_scenarios_when_each_may_stand_in_few_of_the_forms()
    {
        FailedConstraint failed = Proved(SamplePool.Plan with { Forms = 5, MostShare = 0.2, Domains = [Quota.Exactly("listen", 3)], Facets = [], Channels = [] }, Pool);

        Assert.Equal(new FailedConstraint(ConstraintKind.Share, "listen", 3, 2), failed);
    }

    [Fact]
    public void Each_form_of_its_own_items_needs_more_than_there_are()
    {
        FailedConstraint failed = Proved(SamplePool.Plan with { Forms = 5, MostOverlap = 0 }, Pool);

        Assert.Equal(new FailedConstraint(ConstraintKind.Overlap, "", 60, 48), failed);
    }

    [Fact]
    public void More_anchors_than_forms_may_have_in_common()
    {
        FailedConstraint failed = Proved(SamplePool.Plan with { MostOverlap = 0.1, Anchors = ["i-000", "i-001"] }, Pool);

        Assert.Equal(new FailedConstraint(ConstraintKind.Overlap, "anchors", 2, 1), failed);
    }

    [Fact]
    public void More_anchors_than_a_domain_has_room_for()
    {
        FailedConstraint failed = Proved(SamplePool.Plan with { Anchors = ["i-000", "i-004", "i-008", "i-012"] }, Pool);

        Assert.Equal(new FailedConstraint(ConstraintKind.AnchorsTooMany, "recognise", 4, 3), failed);
    }

    [Fact]
    public void An_anchor_that_cannot_count()
    {
        FailedConstraint failed = Proved(SamplePool.Plan with { Anchors = ["i-000"] }, Pool.With(i => i.Id == "i-000" ? i with { CanCount = false } : i));

        Assert.Equal(new FailedConstraint(ConstraintKind.UnknownAnchor, "i-000", 1, 0), failed);
    }

    [Fact]
    public void Anchors_that_are_enemies_declared_by_either()
    {
        FailedConstraint failed = Proved(SamplePool.Plan with { Anchors = ["i-000", "i-001"] }, Pool.With(i => i.Id == "i-001" ? i with { Enemies = ["i-000"] } : i));

        Assert.Equal((ConstraintKind.AnchorEnemies, "i-000, i-001"), (failed.Kind, failed.Subject));
    }

    [Fact]
    public void Least_numbers_that_add_up_to_more_than_the_form_holds()
    {
        FailedConstraint failed = Proved(SamplePool.Plan with { Channels = [new Quota("phone", 7), new Quota("chat", 6)] }, Pool);

        Assert.Equal(new FailedConstraint(ConstraintKind.LeastTooMany, "channels", 13, 12), failed);
    }

    [Fact]
    public void Most_numbers_that_leave_a_domain_short()
    {
        FailedConstraint failed = Proved(SamplePool.Plan with { Facets = [new Quota("express-0", 0, 1), new Quota("express-1", 0, 1)] }, Pool);

        Assert.Equal(new FailedConstraint(ConstraintKind.MostTooFew, "express", 3, 2), failed);
    }

    [Fact]
    public void A_limit_below_the_shortest_scenarios()
    {
        FailedConstraint failed = Proved(SamplePool.Plan with { Minutes = 16 }, Pool);

        Assert.Equal((ConstraintKind.Time, 16), (failed.Kind, failed.Available));
        Assert.InRange(failed.Needed, 17, 22);
    }

    [Fact]
    public void A_strategy_that_pays_in_every_item()
    {
        FailedConstraint failed = Proved(SamplePool.Plan, Pool.With(i => i with { BlindGains = [0.125, 0] }));

        Assert.Equal(new FailedConstraint(ConstraintKind.Blind, "longest", 13, 10), failed);
    }

    [Fact]
    public void More_items_to_try_out_than_are_left()
    {
        FailedConstraint failed = Proved(SamplePool.Plan with { PretestCount = 20 }, Pool);

        Assert.Equal(new FailedConstraint(ConstraintKind.Pretest, "", 40, 36), failed);
    }

    /// <summary>What cannot count is enemies of each other, and the twelve others are all needed, as anchors or not.</summary>
    [Theory]
    [InlineData(12)]
    [InlineData(0)]
    public void Fewer_items_to_try_out_than_asked_because_enemies_do_not_go_together(int anchors)
    {
        IReadOnlyList<AssemblyItem> tangled = SamplePool.Of(16).With(i => string.CompareOrdinal(i.Id, "i-012") < 0 ? i : i with
        {
            CanCount = false, Enemies = ["i-012", "i-013", "i-014", "i-015"],
        });
        Blueprint plan = SamplePool.Plan with
        {
            Forms = 1, Facets = [], Channels = [], Anchors = [.. tangled.Take(anchors).Select(i => i.Id)], PretestCount = 2,
        };

        AssemblyResult.NotPossible refused = Assert.IsType<AssemblyResult.NotPossible>(plan.Assemble(tangled));

        Assert.Equal([new FailedConstraint(ConstraintKind.Pretest, "", 2, 1)], refused.Failed);
        Assert.Equal(4, (plan with { Forms = 4, PretestCount = 1 }).Made(tangled).Forms.SelectMany(f => f.Items).Count(i => i.Pretest));
    }

    [Fact]
    public void Formats_that_the_bank_does_not_hold()
    {
        FailedConstraint failed = Proved(SamplePool.Plan with { Formats = [new Quota("best", 2)] }, Pool);

        Assert.Equal(new FailedConstraint(ConstraintKind.Format, "best", 2, 0), failed);
    }

    /// <summary>Odd cycles of enemies: pair by pair all looks well, and three that go together do not exist.</summary>
    [Fact]
    public void What_only_a_search_can_find_out_is_said_to_be_found_by_a_search()
    {
        string[] ring = ["i-001", "i-005", "i-009", "i-013", "i-017"];
        IReadOnlyList<AssemblyItem> tangled = [.. Pool.Where(i => i.Domain != "listen" || ring.Contains(i.Id)).Select(i =>
            Array.IndexOf(ring, i.Id) is int place and >= 0 ? i with { Enemies = [ring[(place + 1) % 5]] } : i)];

        AssemblyResult.NotPossible refused = Assert.IsType<AssemblyResult.NotPossible>((SamplePool.Plan with { Facets = [] }).Assemble(tangled));

        Assert.False(refused.Proved);
        Assert.Equal(ConstraintKind.Enemies, refused.Failed[0].Kind);
    }

    private static FailedConstraint Proved(Blueprint plan, IReadOnlyList<AssemblyItem> pool)
    {
        AssemblyResult.NotPossible refused = Assert.IsType<AssemblyResult.NotPossible>(plan.Assemble(pool));
        Assert.True(refused.Proved);
        return Assert.Single(refused.Failed);
    }
}
