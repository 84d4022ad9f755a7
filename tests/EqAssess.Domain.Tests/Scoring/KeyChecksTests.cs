using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using Xunit;
using static EqAssess.Domain.Tests.Banks.SampleBank;

namespace EqAssess.Domain.Tests.Scoring;

public sealed class KeyChecksTests
{
    [Fact]
    public void A_sound_key_has_no_problem()
    {
        var problems = KeyChecks.Problems(SoundKey, SoundBank);

        Assert.Empty(problems);
    }

    [Fact]
    public void Version_method_and_source_are_asked_for()
    {
        var found = Found(KeyChecks.Problems(SoundKey with { Version = "", Method = "", Source = " " }, SoundBank));

        Assert.Equal(["Error missing version", "Error missing method", "Error missing source"], found);
    }

    [Theory]
    [InlineData(ItemUse.Live)]
    [InlineData(ItemUse.Practice)]
    public void Every_item_of_the_bank_needs_a_key(ItemUse use)
    {
        var problems = KeyChecks.Problems(SoundKey, SoundBank with { Items = [SoundItem, SoundItem with { Id = "other", Use = use }] });

        Assert.Equal(["Error missing-key items"], Found(problems));
        Assert.Equal("item 'other' has no key in keys/draft-1.yaml: key each of its options", problems[0].Message);
    }

    [Fact]
    public void Every_option_of_an_item_needs_a_key()
    {
        var problems = KeyChecks.Problems(KeyOf(Keyed with { Options = [.. Keyed.Options.SkipLast(1)] }), SoundBank);

        Assert.Equal(["Error missing-key items/late-parcel/options"], Found(problems));
        Assert.Equal("option 'd' has no key in keys/draft-1.yaml: give its effectiveness, or say why it is dropped (dropped: \"reason\")", problems[0].Message);
    }

    [Fact]
    public void A_key_names_no_item_and_no_option_that_is_not_there()
    {
        var key = SoundKey with
        {
            Items = new Dictionary<string, KeyedItem>(StringComparer.Ordinal)
            {
                ["late-parcel"] = Keyed with { Options = [.. Keyed.Options, Option("e", 2)] },
                ["nobody"] = Keyed,
            },
        };

        var found = Found(KeyChecks.Problems(key, SoundBank));

        Assert.Equal(["Error unknown-option items/late-parcel/options/e", "Error unknown-item items/nobody"], found);
    }

    [Theory]
    [InlineData(0.99, 1)]
    [InlineData(1, 0)]
    [InlineData(2.9, 0)]
    [InlineData(4, 0)]
    [InlineData(4.01, 1)]
    [InlineData(double.NaN, 1)]
    public void Effectiveness_lies_on_the_scale(double effectiveness, int problems)
    {
        var found = Found(KeyChecks.Problems(WithOption(o => o with { Effectiveness = effectiveness }), SoundBank));

        Assert.Equal(Enumerable.Repeat("Error off-scale items/late-parcel/options/d/effectiveness", problems), found);
    }

    [Theory]
    [InlineData(new[] { 1, 2, 2, 4 }, "scale-order")]
    [InlineData(new[] { 4, 3, 2, 1 }, "scale-order")]
    [InlineData(new int[0], "missing")]
    public void A_scale_ascends(int[] scale, string code)
    {
        var found = Found(KeyChecks.Problems(SoundKey with { Scale = scale }, SoundBank));

        Assert.Equal([$"Error {code} scale"], found);
    }

    [Fact]
    public void A_scored_option_needs_a_rationale_that_cites_known_principles()
    {
        var empty = KeyChecks.Problems(WithOption(o => o with { Rationale = "", Principles = [] }), SoundBank);
        var unknown = KeyChecks.Problems(WithOption(o => o with { Principles = ["P03", "P23", "p01"] }), SoundBank);

        Assert.Equal(["Error missing items/late-parcel/options/d/rationale", "Error missing items/late-parcel/options/d/principles"], Found(empty));
        Assert.Equal(["Error unknown-principle items/late-parcel/options/d/principles/1", "Error unknown-principle items/late-parcel/options/d/principles/2"], Found(unknown));
    }

    [Fact]
    public void A_dropped_option_needs_a_reason_and_nothing_else()
    {
        var dropped = KeyChecks.Problems(WithOption(_ => new KeyedOption("d", 0, "", [], "The judges did not agree.")), SoundBank);
        var withoutReason = KeyChecks.Problems(WithOption(_ => new KeyedOption("d", 0, "", [], "")), SoundBank);

        Assert.Empty(dropped);
        Assert.Equal(["Error missing items/late-parcel/options/d/dropped"], Found(withoutReason));
    }

    [Fact]
    public void Options_keyed_alike_tell_nobody_apart()
    {
        var alike = Keyed with { Options = [.. Keyed.Options.Take(3).Select(o => o with { Effectiveness = 2 }), Keyed.Options[3] with { DroppedBecause = "Unclear." }] };

        var found = Found(KeyChecks.Problems(KeyOf(alike), SoundBank));

        Assert.Equal(["Error keyed-alike items/late-parcel/options"], found);
    }

    [Fact]
    public void An_item_with_every_option_dropped_is_refused()
    {
        var dropped = Keyed with { Options = [.. Keyed.Options.Select(o => o with { DroppedBecause = "Unclear." })] };

        var found = Found(KeyChecks.Problems(KeyOf(dropped), SoundBank));

        Assert.Equal(["Error all-dropped items/late-parcel/options"], found);
    }

    [Fact]
    public void An_option_keyed_twice_is_named()
    {
        var twice = Keyed with { Options = [.. Keyed.Options, Option("a", 2)] };

        var found = Found(KeyChecks.Problems(KeyOf(twice), SoundBank));

        Assert.Equal(["Error duplicate-id items/late-parcel/options/a"], found);
    }

    [Fact]
    public void A_contested_principle_that_the_item_is_not_marked_with_is_a_warning()
    {
        var key = WithOption(o => o with { Principles = ["P03", "P02", "P18"] });
        var marked = KeyOf(key.Items["late-parcel"] with { HangsOn = ["P18"] });

        var problem = Assert.Single(KeyChecks.Problems(marked, SoundBank));

        Assert.Equal(["Warning unmarked-contested items/late-parcel/options"], Found([problem]));
        Assert.Contains("P02", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_hangs_on_known_principles_only()
    {
        var found = Found(KeyChecks.Problems(KeyOf(Keyed with { HangsOn = ["P23"] }), SoundBank));

        Assert.Equal(["Error unknown-principle items/late-parcel/hangsOn/0"], found);
    }

    [Fact]
    public void The_principles_are_those_of_the_construct_definition()
    {
        var contested = Principles.All.Where(p => p.Status == PrincipleStatus.Contested).Select(p => p.Id);

        Assert.Equal(Enumerable.Range(1, 25).Where(n => n != 23).Select(n => $"P{n:00}"), Principles.All.Select(p => p.Id));
        Assert.Equal(["P02", "P16", "P18", "P22"], contested);
    }

    private static Key WithOption(Func<KeyedOption, KeyedOption> change) =>
        KeyOf(Keyed with { Options = [.. Keyed.Options.SkipLast(1), change(Keyed.Options[^1])] });
}
