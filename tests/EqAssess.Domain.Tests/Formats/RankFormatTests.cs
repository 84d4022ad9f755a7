using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Formats.Rank;
using EqAssess.Domain.Tests.Forms;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Formats;

public sealed class RankFormatTests
{
    private static readonly Item Item = SampleItem.Named("late-parcel") with { Format = "rank" };
    private static readonly RankFormat Format = new();

    [Theory]
    [InlineData("a=1;b=3;c=2;d=4", "a>c>b>d")]
    [InlineData("a=1;b=3;c=1;d=4", "a=c>b>d")]
    [InlineData("a=2;b=2;c=2;d=2", "a=b=c=d")]
    public void A_ranking_replaces_the_one_before_it_whole(string post, string response) =>
        Assert.Equal(new ResponseReading.Valid(response), Format.Read(Item, "d>c>b>a", Posts.Of(post)));

    [Theory]
    [InlineData("a=1;b=2;c=3")]
    [InlineData("a=1;b=2;c=3;d=5")]
    [InlineData("a=0;b=2;c=3;d=4")]
    [InlineData("a=1;b=2;c=3;d=")]
    [InlineData("a=1;b=2;c=3;d=4;e=1")]
    public void A_ranking_gives_every_option_a_rank_and_names_no_other(string post) =>
        Assert.IsType<ResponseReading.Invalid>(Format.Read(Item, null, Posts.Of(post)));

    [Fact]
    public void What_was_read_is_read_again_in_the_same_order()
    {
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(1, 4), 4).ToArbitrary(), given =>
        {
            var post = "abcd".Zip(given).ToDictionary(p => p.First.ToString(), p => $"{p.Second}");

            IReadOnlyDictionary<string, int> ranks = RankFormat.RanksOf(Assert.IsType<ResponseReading.Valid>(Format.Read(Item, null, post)).Response);

            Assert.Equal("abcd".Zip(given).Select(p => 1 + given.Count(g => g < p.Second)), "abcd".Select(o => ranks[o.ToString()]));
        }).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void It_is_scored_and_imported_and_has_no_page()
    {
        Assert.False(Format.HasPage);
        Assert.Equal((4, 0), (Format.Made("a>c>b>d"), Format.Made(null)));
        Assert.Empty(Format.ContentProblems(Item));
    }

    [Theory]
    [InlineData("a>a")]
    [InlineData("a>>b")]
    [InlineData("=a")]
    public void A_broken_text_is_a_defect(string response) => Assert.Throws<FormatException>(() => RankFormat.RanksOf(response));
}
