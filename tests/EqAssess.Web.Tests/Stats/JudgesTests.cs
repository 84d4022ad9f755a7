using System.Text.Json;

namespace EqAssess.Web.Tests.Stats;

public sealed class JudgesTests
{
    /// <summary>The worked example of Shrout &amp; Fleiss (1979).</summary>
    [Fact]
    public void Intraclass_correlations_are_those_of_the_textbook()
    {
        using var file = new StatsFile("target,J1,J2,J3,J4\nT1,9,2,5,8\nT2,6,1,3,2\nT3,8,4,6,8\nT4,7,1,2,6\nT5,10,5,6,9\nT6,6,2,4,7\n");

        JsonElement got = file.Json("icc", "--id", "target");

        Assert.Equal((6, 4), (got.GetProperty("n").GetInt32(), got.GetProperty("k").GetInt32()));
        StatsFile.Near(.29, got, "icc21", .005);
        StatsFile.Near(.62, got, "icc2k", .005);
        StatsFile.Near(.71, got, "icc31", .005);
        StatsFile.Near(.91, got, "icc3k", .005);
        Assert.True(got.GetProperty("icc2kLower95").GetDouble() < .62 && got.GetProperty("icc2kUpper95").GetDouble() > .62);
    }

    [Fact]
    public void Agreement_of_an_option_is_that_of_a_hand_made_example()
    {
        using var file = new StatsFile("option,J1,J2,J3,J4\no1,4,4,3,3\no2,1,1,2,1\n");

        JsonElement got = file.Json("agreement", "--scale", "4", "--id", "option");

        JsonElement first = StatsFile.Row(got, "o1", "options", "option");
        Assert.Equal(4, got.GetProperty("judges").GetInt32());
        StatsFile.Near(3.5, first, "mean");
        StatsFile.Near(3.5, first, "median");
        StatsFile.Near(Math.Sqrt(1 / 3d), first, "sd");
        StatsFile.Near(1 - (1 / 3d / 1.25), first, "rwg");
        StatsFile.Near(.5, first, "adM");
        StatsFile.Near(1, first, "share");
    }

    [Fact]
    public void A_judge_who_skipped_an_option_is_left_out_and_counted()
    {
        using var file = new StatsFile("J1,J2,J3\n4,4,\n1,1,2\n3,2,3\n");

        JsonElement got = file.Json("icc");

        Assert.Equal((2, 1), (got.GetProperty("k").GetInt32(), got.GetProperty("judgesLeftOut").GetInt32()));
    }

    [Fact]
    public void A_rating_off_the_scale_is_named_with_its_place()
    {
        using var file = new StatsFile("J1,J2\n4,4\n1,5\n");

        var got = file.Run("agreement", "--scale", "4");

        Assert.Equal(1, got.Exit);
        Assert.Contains(":3: column 'J2': 5 is not a whole number from 1 to 4", got.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Effort_uses_a_tenth_of_the_mean_from_a_hundred_times_on()
    {
        string rows = string.Concat(Enumerable.Range(0, 99).Select(i => $"P{i},40,60\n"));
        using var file = new StatsFile("id,t1,t2\n" + rows + "fast,3.5,60\n");
        using var few = new StatsFile("id,t1,t2\n" + rows + "\n");

        JsonElement got = file.Json("effort", "--id", "id");

        StatsFile.Near(3.9635, StatsFile.Row(got, "t1"), "threshold");
        StatsFile.Near(.5, StatsFile.Row(got, "fast", "persons", "id"), "rte");
        Assert.True(StatsFile.Row(got, "fast", "persons", "id").GetProperty("flagged").GetBoolean());
        Assert.False(StatsFile.Row(got, "P1", "persons", "id").GetProperty("flagged").GetBoolean());
        StatsFile.Near(3, StatsFile.Row(few.Json("effort", "--id", "id"), "t1"), "threshold");
    }
}
