using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;

namespace EqAssess.Domain.Tests.Forms;

public sealed class BlueprintChecksTests
{
    private static readonly Bank Bank = new(
        "bank", "Bank", "en", "", [new BankDomain("listen", "Listening", "", "", [new Facet("probing", "Probing", "")])], [SampleItem.Named("one"), SampleItem.Named("two")]);

    private static readonly Blueprint Sound = new("plan", "Form", [Quota.Exactly("listen", 2)]);

    public static TheoryData<string, Blueprint> Wrong => new()
    {
        { "missing at id", Sound with { Id = "" } },
        { "bad-id at id", Sound with { Id = "Plan One" } },
        { "missing at title", Sound with { Title = " " } },
        { "missing at domains", Sound with { Domains = [] } },
        { "out-of-range at domains", Sound with { Domains = [Quota.Exactly("listen", 60), Quota.Exactly("listen", 1)] } },
        { "unknown-domain at domains/speak", Sound with { Domains = [Quota.Exactly("speak", 2)] } },
        { "duplicate-id at facets/probing", Sound with { Facets = [new Quota("probing", 1), new Quota("probing", 2)] } },
        { "unknown-facet at facets/cues", Sound with { Facets = [new Quota("cues", 1)] } },
        { "bad-quota at facets/probing", Sound with { Facets = [new Quota("probing", 2, 1)] } },
        { "unknown-format at formats/rank", Sound with { Formats = [new Quota("rank", 1)] } },
        { "unknown-channel at channels/fax", Sound with { Channels = [new Quota("fax", 1)] } },
        { "out-of-range at forms", Sound with { Forms = 21 } },
        { "out-of-range at minutes", Sound with { Minutes = 241 } },
        { "out-of-range at mostShare", Sound with { MostShare = 1.5 } },
        { "out-of-range at mostOverlap", Sound with { MostOverlap = -0.1 } },
        { "out-of-range at mostAttempts", Sound with { MostAttempts = -1 } },
        { "out-of-range at pretestCount", Sound with { PretestCount = -1 } },
        { "duplicate-id at anchors/1", Sound with { Anchors = ["one", "one"] } },
        { "pretest-anchor at pretest", Sound with { Anchors = ["one"], Pretest = ["one"] } },
    };

    [Fact]
    public void A_sound_blueprint_has_no_problems() => Assert.Empty(BlueprintChecks.Problems(Sound, Bank));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Each_mistake_is_named_at_its_place(string expected, Blueprint blueprint) =>
        Assert.Contains(expected, BlueprintChecks.Problems(blueprint, Bank).Select(p => $"{p.Code} at {((Place.InContent)p.Place).Path}"));

    [Fact]
    public void Items_that_a_blueprint_or_a_form_names_must_be_in_the_bank()
    {
        IReadOnlyList<BankProblem> named = BlueprintChecks.NamedItems(Sound with { Anchors = ["one", "three"] }, Bank);
        IReadOnlyList<BankProblem> listed = BlueprintChecks.Problems(new FrozenForm("form", "Form", null, ["two", "four"]), Bank);

        Assert.Equal(["anchors/1"], named.Select(p => ((Place.InContent)p.Place).Path));
        Assert.Equal(["items/1"], listed.Select(p => ((Place.InContent)p.Place).Path));
    }
}
