using EqAssess.Domain.Attempts;

namespace EqAssess.Domain.Tests.Attempts;

public sealed class TypedResponseTests
{
    /// <summary>Expected: <c>printf 'ab12I would call back.' | sha256sum</c>.</summary>
    [Fact]
    public void The_log_holds_a_digest_of_salt_and_text()
    {
        Assert.Equal("typed:e77b52e6c06cc25aa278cc5764cc1cd54d81e560174cc815e1e0eccd3b3bf0bb", TypedResponse.Of("ab12", "I would call back."));
    }

    [Fact]
    public void The_same_text_under_another_salt_looks_different()
    {
        Assert.NotEqual(TypedResponse.Of("00", "Yes."), TypedResponse.Of("01", "Yes."));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a=3;b=1")]
    public void A_choice_or_nothing_is_no_text(string? response)
    {
        Assert.False(TypedResponse.IsText(response));
        Assert.True(TypedResponse.IsText(TypedResponse.Of("00", "Yes.")));
    }
}
