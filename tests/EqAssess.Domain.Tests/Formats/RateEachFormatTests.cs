using System.Globalization;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Tests.Forms;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Formats;

/// <summary>Posts come from anybody. Whatever they hold, a response keeps what was chosen and takes nothing that the item does not offer.</summary>
public sealed class RateEachFormatTests
{
    private static readonly Item Item = SampleItem.Named("late-parcel");
    private static readonly RateEachFormat Format = new();

    private static readonly string[] Hostile =
    [
        "", " ", "0", "5", "7", "-1", "+1", "1.0", "1e0", " 1", "1 ", "１", "٣", "0x1", "NaN", "2147483648", "99999999999999999999", "a=1", "1;b=4", "null", "true",
    ];

    private static readonly Gen<string> AnyOption = Gen.Frequency(
        (6, Gen.Elements("a", "b", "c", "d")),
        (1, Gen.Elements("e", "", "A", " a", "a ", "a=1", "a;b", "__proto__", "constructor", "'; DROP TABLE attempt_log; --")),
        (1, ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get)));

    private static readonly Gen<string> AnyValue = Gen.Frequency(
        (6, Gen.Choose(1, 4).Select(r => r.ToString(CultureInfo.InvariantCulture))),
        (1, Gen.Elements(Hostile)),
        (1, ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get)));

    private static readonly Gen<Dictionary<string, string>> AnyPost =
        from count in Gen.Choose(0, 4)
        from options in Gen.ArrayOf(AnyOption, count)
        from values in Gen.ArrayOf(AnyValue, count)
        select options.Zip(values).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second);

    private static readonly Gen<string?> AnyPrevious =
        Gen.ArrayOf(Gen.Choose(0, 4), 4).Select(ratings =>
        {
            var made = "abcd".Zip(ratings).Where(p => p.Second > 0).ToDictionary(p => p.First.ToString(), p => p.Second);
            return made.Count == 0 ? null : RateEachFormat.Canonical(Item, made);
        });

    [Fact]
    public void No_post_whatever_it_holds_makes_a_response_that_the_item_does_not_offer()
    {
        ForAll((previous, post) =>
        {
            ResponseReading reading = Format.Read(Item, previous, post);

            if (reading is ResponseReading.Valid valid)
            {
                IReadOnlyDictionary<string, int> ratings = RateEachFormat.RatingsOf(valid.Response);
                Assert.All(ratings, r => Assert.Contains(r.Key, Item.Options.Select(o => o.Id)));
                Assert.All(ratings, r => Assert.InRange(r.Value, 1, 4));
                Assert.Equal(valid.Response, RateEachFormat.Canonical(Item, ratings));
            }
        });
    }

    [Fact]
    public void A_choice_is_replaced_by_a_newer_one_and_never_erased()
    {
        ForAll((previous, post) =>
        {
            IReadOnlyDictionary<string, int> before = RateEachFormat.RatingsOf(previous);

            if (Format.Read(Item, previous, post) is ResponseReading.Valid valid)
            {
                IReadOnlyDictionary<string, int> after = RateEachFormat.RatingsOf(valid.Response);
                Assert.All(before, b => Assert.Equal(post.TryGetValue(b.Key, out string? newer) ? int.Parse(newer, CultureInfo.InvariantCulture) : b.Value, after[b.Key]));
                Assert.Equal(before.Keys.Union(post.Keys).Order(), after.Keys.Order());
            }
        });
    }

    [Fact]
    public void One_value_that_does_not_fit_refuses_the_whole_post()
    {
        ForAll((previous, post) =>
        {
            bool fits = post.All(p => p.Key is "a" or "b" or "c" or "d" && p.Value is "1" or "2" or "3" or "4");

            ResponseReading reading = Format.Read(Item, previous, post);

            Assert.True(!fits || (post.Count == 0 ? reading is ResponseReading.Empty : reading is ResponseReading.Valid));
            Assert.True(post.Keys.All(k => k is "a" or "b" or "c" or "d") || reading is ResponseReading.Invalid);
        });
    }

    [Theory]
    [MemberData(nameof(HostileValues))]
    public void A_value_outside_the_scale_is_refused(string value)
    {
        ResponseReading reading = Format.Read(Item, "b=2", new Dictionary<string, string> { ["a"] = value });

        Assert.IsType<ResponseReading.Invalid>(reading);
    }

    [Fact]
    public void A_post_without_a_choice_is_nothing_to_save()
    {
        ResponseReading reading = Format.Read(Item, "b=2", new Dictionary<string, string>());

        Assert.IsType<ResponseReading.Empty>(reading);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("a=1;b=2;c=3", false)]
    [InlineData("a=1;b=2;c=3;d=4", true)]
    public void A_response_is_complete_when_every_option_is_rated(string? response, bool complete) =>
        Assert.Equal(complete, Format.IsComplete(Item, response));

    public static TheoryData<string> HostileValues() => [.. Hostile];

    private static void ForAll(Action<string?, Dictionary<string, string>> check) =>
        Prop.ForAll(AnyPrevious.ToArbitrary(), AnyPost.ToArbitrary(), check).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
