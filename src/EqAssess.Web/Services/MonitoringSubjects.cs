using System.Security.Cryptography;
using System.Text;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>
/// What stands in monitoring answers in the place of an attempt: its HMAC-SHA256 under a key that no table holds in the clear. Whoever reads
/// the tables alone cannot join answers with people.
/// </summary>
public sealed class MonitoringSubjects(EqAssessDb db, IDataProtectionProvider protection, IOptions<CandidateOptions> options)
{
    private const int KeyLength = 32;

    private readonly IDataProtector protector = protection.CreateProtector("EqAssess.Monitoring");

    /// <summary>Lower-case hex.</summary>
    public async Task<string> OfAsync(Guid attempt, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(await KeyAsync(cancellationToken), Encoding.ASCII.GetBytes(attempt.ToString("D"))));

    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken)
    {
        if (options.Value.MonitoringKey.Length > 0)
        {
            return Convert.FromBase64String(options.Value.MonitoringKey);
        }

        Workspace? workspace = await db.Workspaces.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (workspace?.MonitoringKey is null)
        {
            // Two nodes may make one at once: the first to write it wins, and both read what stands there.
            string made = Convert.ToBase64String(protector.Protect(RandomNumberGenerator.GetBytes(KeyLength)));
            await db.Workspaces.Where(w => w.MonitoringKey == null).ExecuteUpdateAsync(s => s.SetProperty(w => w.MonitoringKey, made), cancellationToken);
            workspace = await db.Workspaces.AsNoTracking().FirstAsync(cancellationToken);
        }

        return protector.Unprotect(Convert.FromBase64String(workspace.MonitoringKey!));
    }
}
