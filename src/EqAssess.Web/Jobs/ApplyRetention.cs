using EqAssess.Web.Services;

namespace EqAssess.Web.Jobs;

/// <summary>
/// Erases names and addresses when the time that candidates were told is over, what came after an erasure, and
/// uploads and lists that nobody needs any more.
/// </summary>
public sealed class ApplyRetention : Job
{
    public override TimeSpan Interval => TimeSpan.FromHours(1);

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        await services.GetRequiredService<RetentionService>().ApplyAsync(cancellationToken)
        + await services.GetRequiredService<ErasureService>().SweepAsync(cancellationToken)
        + await services.GetRequiredService<BankExchange>().ForgetOldAsync(cancellationToken)
        + await services.GetRequiredService<InvitationImports>().ForgetOldAsync(cancellationToken);
}
