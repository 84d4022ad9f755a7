using System.Text.RegularExpressions;
using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Tests.Architecture;

/// <summary>
/// Data flows one way through the rooms of Domain, and a room looks left only. The one pair that looks at each other is Banks and
/// Formats: an item names its format, and the format says whether the item's content fits.
/// </summary>
public sealed partial class RoomTests
{
    private static readonly Dictionary<string, string[]> MayLookAt = new(StringComparer.Ordinal)
    {
        ["Banks"] = ["Formats"],
        ["Formats"] = ["Banks"],
        ["Forms"] = ["Banks", "Formats", "Statistics"],
        ["Attempts"] = ["Forms"],
        ["Statistics"] = [],
        ["Monitoring"] = ["Statistics"],
        ["Scoring"] = ["Banks", "Formats", "Forms", "Attempts", "Statistics"],
        ["Panels"] = ["Banks", "Formats", "Statistics", "Scoring"],
        ["Rights"] = [],
        ["Campaigns"] = [],
        ["JobRecords"] = ["Statistics"],
        ["Insights"] = ["Formats", "Attempts", "Statistics", "Scoring"],
        ["Reports"] = ["Banks", "Formats", "Forms", "Attempts", "Statistics", "Scoring", "Monitoring", "Insights"],
    };

    private static readonly string Domain = Path.Combine(SourceTree.Root, "src", "EqAssess.Domain");

    [Fact]
    public void Every_room_of_the_house_is_known_here()
    {
        string[] rooms = [.. Directory.GetDirectories(Domain).Select(d => Path.GetFileName(d)!).Where(d => d is not "bin" and not "obj")];

        Assert.Equal(MayLookAt.Keys.Order(StringComparer.Ordinal), rooms.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_room_looks_left_only()
    {
        string[] wrong =
        [
            .. from room in MayLookAt
               from file in Directory.GetFiles(Path.Combine(Domain, room.Key), "*.cs", SearchOption.AllDirectories)
               from seen in RoomsNamedIn(File.ReadAllText(file))
               where seen != room.Key && !room.Value.Contains(seen)
               select $"{room.Key}/{Path.GetFileName(file)} looks at {seen}",
        ];

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("using EqAssess.Domain.Scoring;", "Scoring")]
    [InlineData("using static EqAssess.Domain.Attempts.AttemptState;", "Attempts")]
    [InlineData("var key = Scoring.KeyChecks.NoKey;", "Scoring")]
    [InlineData("using EqAssess.Domain.Formats.RateEach;", "Formats")]
    public void A_look_is_noticed_by_name_in_any_of_its_forms(string line, string room) => Assert.Contains(room, RoomsNamedIn(line));

    [Fact]
    public void Domain_rests_on_the_platform_and_on_mathematics_alone()
    {
        string[] others =
        [
            .. typeof(Bank).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
                .Where(a => !a.StartsWith("System", StringComparison.Ordinal) && a is not "MathNet.Numerics" and not "netstandard"),
        ];

        Assert.Empty(others);
    }

    private static IEnumerable<string> RoomsNamedIn(string source) =>
        RoomName().Matches(source).Select(m => m.Groups["room"].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![.\w""])(EqAssess\.Domain\.)?(?<room>Banks|Formats|Forms|Attempts|Statistics|Scoring|Panels|Reports|Rights|Campaigns|Insights)[.;]", RegexOptions.ExplicitCapture)]
    private static partial Regex RoomName();
}
