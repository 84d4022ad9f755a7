using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace EqAssess.Web.Tests.Stats;

/// <summary>Five items of the Law School Admission Test, 1,000 persons (Bock &amp; Lieberman 1970), a published table of answer patterns.</summary>
public sealed class IrtTests : IDisposable
{
    private const string Patterns =
        "00000 3 00001 6 00010 2 00011 11 00100 1 00101 1 00110 3 00111 4 01000 1 01001 8 01011 16 01101 3 01110 2 01111 15 10000 10 10001 29 10010 14 "
        + "10011 81 10100 3 10101 28 10110 15 10111 80 11000 16 11001 56 11010 21 11011 173 11100 11 11101 61 11110 28 11111 298";

    private readonly StatsFile file = new("i1,i2,i3,i4,i5\n" + string.Concat(Patterns.Split(' ').Chunk(2).SelectMany(p =>
        Enumerable.Repeat($"{string.Join(',', p[0].AsEnumerable())}\n", int.Parse(p[1], CultureInfo.InvariantCulture)))));

    public void Dispose() => file.Dispose();

    [Fact]
    public void The_two_parameter_model_of_the_law_school_test_is_the_published_one()
    {
        JsonElement got = file.Json("irt", "--model", "2pl");

        // Slopes and difficulties as Bock & Aitkin (1981) and later programs give them in the logistic metric.
        (double A, double B)[] want = [(.826, -3.360), (.723, -1.370), (.890, -.280), (.689, -1.866), (.657, -3.125)];
        Assert.Equal(1000, got.GetProperty("n").GetInt32());
        Assert.True(got.GetProperty("converged").GetBoolean());
        StatsFile.Near(-2466.653, got, "logLikelihood", 1e-2);
        Assert.All(got.GetProperty("items").EnumerateArray().Zip(want), pair =>
        {
            StatsFile.Near(pair.Second.A, pair.First, "a", 5e-3);
            Assert.Equal(pair.Second.B, pair.First.GetProperty("b")[0].GetDouble(), 2e-2);
        });
    }

    [Theory]
    [InlineData("irt", "--model", "2pl")]
    [InlineData("irt", "--model", "gpcm")]
    [InlineData("reliability", "--seed", "11")]
    public async Task Figures_are_the_same_to_the_last_digit_on_one_two_and_eight_processors(params string[] command)
    {
        string[] printed = await Task.WhenAll(((string[])["1", "2", "8"]).Select(count => PrintedAsync(count, command)));

        Assert.Contains("\"n\": 1000", printed[0], StringComparison.Ordinal);
        Assert.Equal(printed[0], printed[1]);
        Assert.Equal(printed[0], printed[2]);
    }

    [Fact]
    public void An_item_that_runs_against_the_others_stands_at_the_limit_and_says_so()
    {
        using var turned = new StatsFile("i1,i2,i3,i4\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{i % 2},{(i + (i % 7 == 0 ? 1 : 0)) % 2},{(i + (i % 5 == 0 ? 1 : 0)) % 2},{(i + 1 + (i % 9 == 0 ? 1 : 0)) % 2}\n")));

        JsonElement got = turned.Json("irt", "--model", "2pl");

        Assert.Equal(.05, StatsFile.Row(got, "i4").GetProperty("slopeAtLimit").GetDouble());
        Assert.False(StatsFile.Row(got, "i3").TryGetProperty("slopeAtLimit", out _) && StatsFile.Row(got, "i3").GetProperty("slopeAtLimit").GetDouble() < 1);
    }

    /// <summary>The command in a process of its own that sees so many processors.</summary>
    private async Task<string> PrintedAsync(string processors, string[] command)
    {
        string cli = Path.Combine(AppContext.BaseDirectory, "eqassess.dll");
        var start = new ProcessStartInfo("dotnet", [cli, "stats", command[0], file.Path, .. command[1..], "--json"]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = processors;
        using Process process = Process.Start(start)!;
        string printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return printed;
    }

    [Fact]
    public void Scores_of_persons_go_into_a_file()
    {
        string scores = Path.GetTempFileName();

        JsonElement got = file.Json("irt", "--model", "grm", "--scores", scores);

        string[] lines = File.ReadAllLines(scores);
        File.Delete(scores);
        Assert.Equal("id,eap,psd", lines[0]);
        Assert.Equal(1001, lines.Length);
        double[] eaps = [.. lines.Skip(1).Select(l => double.Parse(l.Split(',')[1], CultureInfo.InvariantCulture))];
        Assert.True(eaps[0] < -1.5 && eaps[^1] > .5);
        Assert.InRange(got.GetProperty("empiricalReliability").GetDouble(), .2, .4);
    }

    [Fact]
    public void An_item_with_one_score_has_no_parameters_and_says_why()
    {
        using var constant = new StatsFile("a,b,c\n1,0,1\n1,1,1\n1,0,0\n1,1,0\n1,1,1\n");

        StatsFile.Missing("ZeroVariance", StatsFile.Row(constant.Json("irt", "--model", "gpcm"), "a"), "a");
    }

    [Fact]
    public void More_than_two_scores_are_too_many_for_2pl()
    {
        using var rich = new StatsFile("a,b\n0,1\n1,0\n2,1\n");

        var got = rich.Run("irt", "--model", "2pl");

        Assert.Equal(1, got.Exit);
        Assert.Contains("column 'a': 3 different scores, and 2pl takes two", got.Error, StringComparison.Ordinal);
    }
}
