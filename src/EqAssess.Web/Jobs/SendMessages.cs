using EqAssess.Web.Services;

namespace EqAssess.Web.Jobs;

/// <summary>Sends the messages that are due, and marks claims without an outcome as uncertain.</summary>
public sealed class SendMessages : Job
{
    private const int MostInOneRun = 200;

    public override TimeSpan Interval => TimeSpan.FromSeconds(10);

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        MessageService messages = services.GetRequiredService<MessageService>();
        await messages.MarkUncertainAsync(cancellationToken);
        int done = 0;
        foreach (Guid message in await messages.DueAsync(MostInOneRun, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            done += await messages.SendAsync(message, cancellationToken) ? 1 : 0;
        }

        return done;
    }
}
