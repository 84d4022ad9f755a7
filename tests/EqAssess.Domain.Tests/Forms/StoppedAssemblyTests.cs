using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;

namespace EqAssess.Domain.Tests.Forms;

public sealed class StoppedAssemblyTests
{
    [Fact]
    public void A_search_that_nobody_waits_for_ends()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => FormAssembly.Assemble(SamplePool.Plan, SamplePool.Of(48), SamplePool.Strategies, 1, stop.Token));
    }
}
