using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Formats.MostLeast;
using EqAssess.Domain.Tests.Forms;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Formats;

public sealed class MostLeastFormatTests
{
    private static readonly Item Item = SampleItem.Named("late-parcel") with { Format = "most-least" };
    private static readonly MostLeastFormat Format = new();
    private static readonly string[] Options = ["a", "b", "c", "d"];

    private static readonly Gen<string?> AnyPrevious =
        from best in Gen.Elements(null, "a", "b", "c", "d")
        from worst in Gen.Elements(null, "a", "b", "c", "d")
        where best is null || best != worst
        select best is null && worst is null ? null : MostLeastFormat.Canonical(new MostLeastPicks(best, worst));

    [Theory]
    [InlineData(null, "best=a", "best=a")]
    [InlineData("best=a", "worst=c", "best=a;worst=c")]
    [InlineData("best=a;worst=c", "best=b", "best=b;worst=c")]
    [InlineData("best=a;worst=c", "best=c", "best=c")]
    [InlineData("best=a;worst=c", "worst=a", "worst=a")]
    [InlineData("best=a;worst=c", "worst=c", "best=a;worst=c")]
    [InlineData("best=a;worst=c", "worst=a;best=c", "best=c;worst=a")]
    public void A_pick_that_arrives_alone_moves_its_option_and_two_replace_both(string? previous, string post, string response) =>
        Assert.Equal(new ResponseReading.Valid(response), Format.Read(Item, previous, Posts.Of(post)));

    [Theory]
    [InlineData(null)]
    [InlineData("best=a")]
    [InlineData("worst=a")]
    [InlineData("best=b;worst=a")]
    public void One_option_posted_for_both_is_refused_whole_and_can_be_shown(string? previous)
    {
        ResponseReading reading = Format.Read(Item, previous, Posts.Of("best=a;worst=a"));

        string shown = Assert.IsType<ResponseReading.SameOptionTwice>(reading).Shown;
        Assert.Equal(new MostLeastPicks("a", "a"), MostLeastFormat.PicksOf(shown));
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData("best=a", 1)]
    [InlineData("worst=a", 1)]
    [InlineData("best=b;worst=a", 2)]
    public void Each_pick_is_one_of_two_choices(string? response, int made)
    {
        Assert.Equal(made, Format.Made(response));
        Assert.Equal(made == 2, Format.IsComplete(Item, response));
        Assert.Equal(2, Format.Choices(Item));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void Four_or_five_options_fit(int count, bool fits)
    {
        Item item = Item with { Options = [.. Enumerable.Range(0, count).Select(i => new Option($"o{i}", ""))] };

        Assert.Equal(fits, Format.ContentProblems(item).Count == 0);
    }

    [Fact]
    public void No_post_whatever_it_holds_makes_a_response_that_the_item_does_not_offer()
    {
        ForAll((previous, post) =>
        {
            ResponseReading reading = Format.Read(Item, previous, post);
            bool fits = post.All(p => p.Key is "best" or "worst" && Options.Contains(p.Value));

            Assert.Equal(fits, reading is not ResponseReading.Invalid);
            if (reading is ResponseReading.Valid valid)
            {
                MostLeastPicks picks = MostLeastFormat.PicksOf(valid.Response);
                Assert.NotEqual(picks.Best, picks.Worst);
                Assert.All(new[] { picks.Best, picks.Worst }.OfType<string>(), o => Assert.Contains(o, Options));
                Assert.Equal(valid.Response, MostLeastFormat.Canonical(picks));
            }
        });
    }

    [Fact]
    public void What_was_posted_stands_and_a_pick_is_lost_only_to_the_same_option()
    {
        ForAll((previous, post) =>
        {
            if (Format.Read(Item, previous, post) is ResponseReading.Valid valid)
            {
                MostLeastPicks before = MostLeastFormat.PicksOf(previous);
                MostLeastPicks after = MostLeastFormat.PicksOf(valid.Response);
                Assert.Equal(post.TryGetValue("best", out string? best) ? best : before.Best == after.Worst ? null : before.Best, after.Best);
                Assert.Equal(post.TryGetValue("worst", out string? worst) ? worst : before.Worst == after.Best ? null : before.Worst, after.Worst);
            }
        });
    }

    private static void ForAll(Action<string?, Dictionary<string, string>> check) =>
        Prop.ForAll(AnyPrevious.ToArbitrary(), Posts.Any(["best", "worst"], Options).ToArbitrary(), check).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
