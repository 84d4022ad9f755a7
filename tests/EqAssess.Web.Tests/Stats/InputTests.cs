using EqAssess.Web.Tests.BankFiles;

namespace EqAssess.Web.Tests.Stats;

/// <summary>What cannot be read is named with its place, and the exit code is 1.</summary>
public sealed class InputTests
{
    [Theory]
    [InlineData("a,b\n1,2\n1,x\n", ":3: column 'b': 'x' is not a number")]
    [InlineData("a,b\n1,2\n1,NaN\n", ":3: column 'b': 'NaN' is not a number")]
    [InlineData("a,b\n1,2\n1\n", ":3: 1 cells, and the header has 2")]
    [InlineData("a,a\n1,2\n", ":1: the column 'a' is there twice")]
    [InlineData("a,\n1,2\n", ":1: a column has no name")]
    [InlineData("a,b\n", ": there is no row below the header")]
    [InlineData("", ": the file is empty")]
    [InlineData("a,\"b\nc\"\n1,2\n1,2\n2,z\n", ":5: column 'b\nc': 'z' is not a number")]
    public void Bad_input_is_named_with_its_place(string text, string message)
    {
        using var file = new StatsFile(text);

        CommandRun got = file.Run("reliability");

        Assert.Equal((1, ""), (got.Exit, got.Output));
        Assert.StartsWith(file.Path + message, got.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reliability", "--columns", "a,z")]
    [InlineData("reliability", "--id", "z")]
    [InlineData("dif", "--group", "z", "--focal", "1")]
    [InlineData("impact", "--group", "a", "--selected", "z")]
    public void A_column_that_is_not_there_is_named_beside_those_that_are(params string[] command)
    {
        using var file = new StatsFile("a,b\n1,2\n");

        CommandRun got = file.Run(command[0], command[1..]);

        Assert.Equal(1, got.Exit);
        Assert.Contains("there is no column 'z': there are a, b", got.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        CommandRun got = CommandRun.Of("stats", "icc", "/nowhere/none.csv");

        Assert.Equal((1, "There is no file '/nowhere/none.csv'." + Environment.NewLine), (got.Exit, got.Error));
    }

    [Fact]
    public void Quotes_and_returns_are_those_of_any_spreadsheet()
    {
        using var file = new StatsFile("\"a\",\"b\"\r\n\"1\",2\r\n2,\"3\"\r\n4,4\r\n\r\n");

        Assert.Equal(3, file.Json("reliability").GetProperty("n").GetInt32());
    }
}
