using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Formats.Best;
using EqAssess.Domain.Tests.Forms;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Formats;

public sealed class BestFormatTests
{
    private static readonly Item Item = SampleItem.Named("late-parcel") with { Format = "best" };
    private static readonly BestFormat Format = new();

    [Theory]
    [InlineData(null)]
    [InlineData("best=a")]
    [InlineData("best=c")]
    public void A_pick_replaces_the_one_before_it(string? previous) =>
        Assert.Equal(new ResponseReading.Valid("best=c"), Format.Read(Item, previous, Posts.Of("best=c")));

    [Fact]
    public void No_post_whatever_it_holds_makes_a_response_that_the_item_does_not_offer()
    {
        Prop.ForAll(Posts.Any(["best"], ["a", "b", "c", "d"]).ToArbitrary(), post =>
        {
            ResponseReading expected = post.Count == 0 ? new ResponseReading.Empty()
                : post.Keys.SequenceEqual(["best"]) && post["best"] is "a" or "b" or "c" or "d" && post.Count == 1 ? new ResponseReading.Valid($"best={post["best"]}")
                : new ResponseReading.Invalid("");

            ResponseReading reading = Format.Read(Item, "best=b", post);

            Assert.Equal(expected, reading is ResponseReading.Invalid ? new ResponseReading.Invalid("") : reading);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData("best=a", 1)]
    public void One_pick_is_all(string? response, int made)
    {
        Assert.Equal(made, Format.Made(response));
        Assert.Equal(made == 1, Format.IsComplete(Item, response));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void Three_to_six_options_fit(int count, bool fits)
    {
        Item item = Item with { Options = [.. Enumerable.Range(0, count).Select(i => new Option($"o{i}", ""))] };

        Assert.Equal(fits, Format.ContentProblems(item).Count == 0);
    }
}
