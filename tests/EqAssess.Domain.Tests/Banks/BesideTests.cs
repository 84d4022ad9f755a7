using EqAssess.Domain.Banks;
using Xunit;

namespace EqAssess.Domain.Tests.Banks;

/// <summary>An item that is being written is held against the items of its bank.</summary>
public sealed class BesideTests
{
    private const string Story = "A caller has waited for nine days for a bed that her father needs when he comes home from hospital on Friday afternoon.";

    [Fact]
    public void A_stem_that_the_bank_tells_already_is_seen()
    {
        BankProblem problem = Assert.Single(BankChecks.Beside(ItemWith("new", Story), [ItemWith("old", Story), ItemWith("other", "Something else altogether.")]));

        Assert.Equal(("near-duplicate-stem", new Place.InContent("situation")), (problem.Code, problem.Place));
        Assert.Contains("'old'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_enemy_that_nobody_knows_is_seen_where_it_is_named()
    {
        BankProblem problem = Assert.Single(BankChecks.Beside(ItemWith("new", Story) with { Enemies = ["old", "nobody"] }, [ItemWith("old", "Another story.")]));

        Assert.Equal(("unknown-enemy", new Place.InContent("enemies/1")), (problem.Code, problem.Place));
    }

    [Fact]
    public void An_item_is_not_held_against_its_own_earlier_version() => Assert.Empty(BankChecks.Beside(ItemWith("same", Story), [ItemWith("same", Story)]));

    private static Item ItemWith(string id, string situation) =>
        new(id, ItemUse.Live, "rate-each", "cues", Channel.Phone, null, id, situation, [], Question.Reply, [new("a", "One."), new("b", "Two.")]);
}
