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
    [InlineData("\n\n", ": the file is empty")]
    [InlineData("a,b\n1,\"2\n1,2\n", ":2: a quote is opened in this row and never closed")]
    [InlineData("a,b\n1,1e308\n1,2\n", ":2: column 'b': 1e308 is too large for a score")]
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

    [Theory]
    [InlineData("g,s\nx,1\ny,\n", ":3: column 's': the cell is empty; take out the rows of people who are not decided on", "impact", "--group", "g", "--selected", "s")]
    [InlineData("g,s\nx,Maybe\n", ":2: column 's': 'Maybe' is neither 1", "impact", "--group", "g", "--selected", "s")]
    [InlineData("group,applicants,selected\n,5,2\ny,5,2\n", ":2: column 'group': the group has no name", "impact")]
    [InlineData("group,applicants,selected\nx,2000000000,2\ny,2000000000,2\n", ": 4000000000 applicants are more than can be counted", "impact")]
    [InlineData("group,applicants,selected\nx,0,0\n", ": no group has an applicant", "impact")]
    [InlineData("a,g\n1,F\n2,M\n", ":3: column 'a': mh takes scores of 0 and 1 only", "dif", "--group", "g", "--focal", "F", "--method", "mh")]
    [InlineData("a;b\n1;2\n", ":1: there is no column 'a': there are a;b; cells have to be separated by commas", "reliability", "--columns", "a")]
    public void A_verb_names_what_it_cannot_use_and_what_to_do(string text, string message, params string[] command)
    {
        using var file = new StatsFile(text);

        CommandRun got = file.Run(command[0], command[1..]);

        Assert.Equal((1, ""), (got.Exit, got.Output));
        Assert.StartsWith(file.Path + message, got.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--columns: 'a' is named twice", "reliability", "--columns", "a,a,b")]
    [InlineData("--max: 'x' is not a number", "reliability", "--max", "x")]
    [InlineData("--scale: 'x' is not a whole number", "agreement", "--scale", "x")]
    [InlineData("--collapse: at least 1", "irt", "--model", "grm", "--collapse", "-5")]
    [InlineData("--focal: column 'b'", "dif", "--group", "b", "--focal", "Z")]
    [InlineData("--reference: column 'b'", "dif", "--group", "b", "--focal", "2", "--reference", "Z")]
    public void An_option_that_cannot_be_used_says_why(string message, params string[] command)
    {
        using var file = new StatsFile("a,b\n1,2\n2,1\n");

        CommandRun got = file.Run(command[0], command[1..]);

        Assert.Equal(1, got.Exit);
        Assert.StartsWith(message, got.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_another_encoding_says_how_to_save_it()
    {
        using var file = new StatsFile("");
        File.WriteAllBytes(file.Path, [0xE4, (byte)',', (byte)'b', (byte)'\n', (byte)'1', (byte)',', (byte)'2', (byte)'\n']);

        CommandRun got = file.Run("reliability");

        Assert.Equal((1, $"{file.Path}: this is not UTF-8; save it as CSV in UTF-8{Environment.NewLine}"), (got.Exit, got.Error));
    }

    [Fact]
    public void An_item_without_a_key_is_named()
    {
        using var file = new StatsFile("a,b\nA,B\nB,B\n");
        using var key = new StatsFile("item,key\na,A\nb,\n");

        CommandRun got = file.Run("options", "--key", key.Path);

        Assert.Equal((1, $"{key.Path}:3: column 'key': the item 'b' has no key{Environment.NewLine}"), (got.Exit, got.Error));
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
