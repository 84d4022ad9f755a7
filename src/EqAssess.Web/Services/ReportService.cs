namespace EqAssess.Web.Services;
public sealed class ReportService
{
    public Task<IReadOnlyList<Guid>> DueAsync(int most, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Guid>>([]);
    public Task<bool> DrawAsync(Guid report, CancellationToken cancellationToken) => Task.FromResult(false);
}
