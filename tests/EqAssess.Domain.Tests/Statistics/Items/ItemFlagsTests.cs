using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Items;

namespace EqAssess.Domain.Tests.Statistics.Items;

public sealed class ItemFlagsTests
{
    private static readonly ItemEvidence Sound = new(250, .60, .30, .70, .68, [Option("A", true, 150, .30), Option("B", false, 100, -.25)]);

    [Fact]
    public void A_sound_item_has_no_flag() => Assert.Empty(new ItemFlags().Of(Sound));

    [Fact]
    public void Below_a_hundred_persons_nothing_is_flagged() =>
        Assert.Empty(new ItemFlags().Of(Sound with { Persons = 99, Facility = .99, ItemRest = -.5 }));

    public static TheoryData<ItemEvidence, ItemFlag> Each => new()
    {
        { Sound with { Options = [Option("A", true, 150, -.01), Option("B", false, 100, -.02)] }, ItemFlag.KeySuspect },
        { Sound with { Options = [Option("A", true, 150, .10), Option("B", false, 20, .16)] }, ItemFlag.KeySuspect },
        { Sound with { Facility = .91 }, ItemFlag.TooEasy },
        { Sound with { Facility = .19 }, ItemFlag.TooHard },
        { Sound with { Facility = .24, Chance = .25 }, ItemFlag.TooHard },
        { Sound with { ItemRest = .09 }, ItemFlag.LowDiscrimination },
        { Sound with { Options = [Option("A", true, 244, .3), Option("B", false, 6, -.3)] }, ItemFlag.DeadOption },
        { Sound with { OmitRate = .06 }, ItemFlag.OmitHigh },
        { Sound with { NotReachedRate = .11 }, ItemFlag.NotReachedHigh },
        { Sound with { AlphaIfDeleted = .73 }, ItemFlag.HurtsReliability },
        { Sound with { KeyFromMidpoint = -.25 }, ItemFlag.MidrangeKey },
    };

    [Theory]
    [MemberData(nameof(Each))]
    public void Every_limit_raises_its_flag_alone(ItemEvidence item, ItemFlag flag) => Assert.Equal([flag], new ItemFlags().Of(item));

    [Fact]
    public void An_item_that_runs_against_the_rest_is_critical_once_chance_is_ruled_out()
    {
        Assert.Contains(ItemFlag.NegativeDiscrimination, new ItemFlags().Of(Sound with { ItemRest = -.10 }));
        Assert.DoesNotContain(ItemFlag.NegativeDiscrimination, new ItemFlags().Of(Sound with { ItemRest = -.02 }));
    }

    [Fact]
    public void An_option_that_few_chose_casts_no_doubt_on_the_key() =>
        Assert.Empty(new ItemFlags().Of(Sound with { Options = [Option("A", true, 231, .10), Option("B", false, 19, .30)] }));

    [Fact]
    public void A_number_that_is_missing_raises_nothing() =>
        Assert.Empty(new ItemFlags().Of(Sound with { ItemRest = NoEstimate.ZeroVariance, AlphaIfDeleted = NoEstimate.ZeroVariance, Options = [] }));

    private static OptionChoice Option(string name, bool keyed, int persons, double pointBiserial) =>
        new(name, keyed, persons, persons / 250d, pointBiserial, 3);
}
