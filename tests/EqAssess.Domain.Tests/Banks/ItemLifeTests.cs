using EqAssess.Domain.Banks;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EqAssess.Domain.Tests.Banks;

public sealed class ItemLifeTests
{
    private static readonly Guid Ana = new("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid Ben = new("00000000-0000-0000-0000-00000000000b");
    private static readonly Guid[] People = [Ana, Ben, new("00000000-0000-0000-0000-00000000000c")];

    [Fact]
    public void A_version_lives_from_draft_through_review_and_approval_to_live_and_retired()
    {
        (ItemStep, Guid)[] life =
            [(ItemStep.Drafted, Ana), (ItemStep.Submitted, Ana), (ItemStep.Approved, Ben), (ItemStep.Published, Ana), (ItemStep.Retired, Ana)];

        IEnumerable<ItemStatus> seen = Enumerable.Range(1, life.Length).Select(n => StateAfter(life[..n]).Status);

        Assert.Equal([ItemStatus.Draft, ItemStatus.InReview, ItemStatus.Approved, ItemStatus.Live, ItemStatus.Retired], seen);
    }

    [Fact]
    public void Whoever_wrote_in_a_version_cannot_approve_it()
    {
        ItemLifeState byTwo = StateAfter((ItemStep.Drafted, Ana), (ItemStep.Edited, Ben), (ItemStep.Submitted, Ana));

        Assert.Equal(ItemLifeRefusal.AuthorCannotApprove, ItemLife.WhyNot(byTwo, ItemStep.Approved, Ana));
        Assert.Equal(ItemLifeRefusal.AuthorCannotApprove, ItemLife.WhyNot(byTwo, ItemStep.Approved, Ben));
        Assert.Null(ItemLife.WhyNot(byTwo, ItemStep.Approved, People[2]));
    }

    [Fact]
    public void A_reviewer_who_takes_a_version_back_and_writes_in_it_becomes_an_author()
    {
        ItemLifeState mended = StateAfter(
            (ItemStep.Drafted, Ana), (ItemStep.Submitted, Ana), (ItemStep.Returned, Ben), (ItemStep.Edited, Ben), (ItemStep.Submitted, Ben));

        Assert.Equal(ItemLifeRefusal.AuthorCannotApprove, ItemLife.WhyNot(mended, ItemStep.Approved, Ben));
    }

    [Theory]
    [InlineData(ItemStep.Edited, ItemLifeRefusal.AlreadyLive)]
    [InlineData(ItemStep.Submitted, ItemLifeRefusal.AlreadyLive)]
    [InlineData(ItemStep.Returned, ItemLifeRefusal.AlreadyLive)]
    [InlineData(ItemStep.Approved, ItemLifeRefusal.AlreadyLive)]
    [InlineData(ItemStep.Published, ItemLifeRefusal.AlreadyLive)]
    public void A_live_version_never_changes(ItemStep step, ItemLifeRefusal why)
    {
        ItemLifeState live = ItemLife.Of([(ItemStep.Imported, null)])!;

        Assert.Equal(why, ItemLife.WhyNot(live, step, Ben));
    }

    [Fact]
    public void Nothing_goes_live_without_a_second_person_whatever_is_tried()
    {
        Gen<(ItemStep Step, Guid By)> tried = Gen.Elements(Enum.GetValues<ItemStep>()).SelectMany(step => Gen.Elements(People).Select(by => (step, by)));

        Prop.ForAll(Arb.From(tried.ListOf()), attempts =>
        {
            var taken = new List<(ItemStep Step, Guid? By)>();
            foreach ((ItemStep step, Guid by) in attempts.Where(a => a.Step != ItemStep.Imported))
            {
                if (ItemLife.WhyNot(ItemLife.Of(taken), step, by) is null)
                {
                    taken.Add((step, by));
                }
            }

            int published = taken.FindIndex(t => t.Step == ItemStep.Published);
            if (published < 0)
            {
                return true;
            }

            HashSet<Guid?> authors = [.. taken.Take(published).Where(t => t.Step is ItemStep.Drafted or ItemStep.Edited).Select(t => t.By)];
            return taken.Take(published).Last(t => t.Step == ItemStep.Approved).By is Guid second && !authors.Contains(second);
        }).QuickCheckThrowOnFailure();
    }

    private static ItemLifeState StateAfter(params (ItemStep Step, Guid By)[] steps)
    {
        ItemLifeState? state = null;
        for (int i = 0; i < steps.Length; i++)
        {
            Assert.Null(ItemLife.WhyNot(state, steps[i].Step, steps[i].By));
            state = ItemLife.Of(steps[..(i + 1)].Select(s => (s.Step, (Guid?)s.By)));
        }

        return state!;
    }
}
