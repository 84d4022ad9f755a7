using System.Text;
using EqAssess.Web.Services;

namespace EqAssess.Web.Tests.Services;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("Amara Okafor", "Amara Okafor")]
    [InlineData("O'Brien \"Q\" <b>", "O'Brien Q b")]
    [InlineData("../../etc/passwd", "etc passwd")]
    [InlineData("C:\\Windows\\con", "C Windows con")]
    [InlineData("محمد عبد الرحمن", "محمد عبد الرحمن")]
    [InlineData("Zoë 王小明", "Zoë 王小明")]
    [InlineData("\u202Egnp.exe", "gnp.exe")]
    [InlineData("Ada 😀 Lovelace", "Ada Lovelace")]
    [InlineData("a\u0000b\nc\td", "ab c d")]
    [InlineData(" .hidden. ", "hidden")]
    [InlineData("😀", "Candidate")]
    [InlineData("", "Candidate")]
    [InlineData("=SUM(A1)", "SUMA1")]
    public void A_name_becomes_a_file_name_without_surprises(string name, string expected) => Assert.Equal(expected, FileNames.Of(name, "Candidate"));

    [Fact]
    public void A_very_long_name_is_cut_between_letters_and_fits_every_file_system()
    {
        string name = FileNames.Of(string.Concat(Enumerable.Repeat("नीति", 500)), "Candidate");

        Assert.InRange(Encoding.UTF8.GetByteCount(name), 60, 120);
        Assert.StartsWith("नीति", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_does_no_harm() => Assert.Equal("ab", FileNames.Of("a\uD83Db", "Candidate"));
}
