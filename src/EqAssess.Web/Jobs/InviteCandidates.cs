using EqAssess.Web.Services;

namespace EqAssess.Web.Jobs;

/// <summary>Works off lists of people to invite: looks their rows through, and invites once somebody has agreed.</summary>
public sealed class InviteCandidates : Job
{
    public override TimeSpan Interval => TimeSpan.FromSeconds(5);

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        InvitationImports imports = services.GetRequiredService<InvitationImports>();
        return await EachAsync(await imports.DueAsync(cancellationToken), WorkAsync, cancellationToken);

        async Task<bool> WorkAsync(Guid import) => await imports.WorkAsync(import, cancellationToken) > 0;
    }
}
