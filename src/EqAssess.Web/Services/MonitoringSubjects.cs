using System.Security.Cryptography;
using System.Text;
using EqAssess.Data;
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

    /// <summary>Lower-case hex; null before anybody has answered anything. It writes nothing.</summary>
    public async Task<string?> FindAsync(Guid attempt, CancellationToken cancellationToken) =>
        await KeyAsync(cancellationToken) is byte[] key ? Of(attempt, key) : null;

    /// <summary>Attempts by what stands in their places; empty before anybody has answered anything. It writes nothing.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> FindAsync(IReadOnlyCollection<Guid> attempts, CancellationToken cancellationToken) =>
        attempts.Count > 0 && await KeyAsync(cancellationToken) is byte[] key
            ? attempts.ToDictionary(attempt => Of(attempt, key), StringComparer.Ordinal)
            : new Dictionary<string, Guid>();

    /// <summary>
    /// Lower-case hex. The first call of all makes the key, on a connection of its own: not inside a transaction, which would wait for itself
    /// on SQLite.
    /// </summary>
    public async Task<string> OfAsync(Guid attempt, CancellationToken cancellationToken)
    {
        if (await FindAsync(attempt, cancellationToken) is string known)
        {
            return known;
        }

        // Two nodes may make one at once: the first to write it wins, and both read what stands there.
        string made = Convert.ToBase64String(protector.Protect(RandomNumberGenerator.GetBytes(KeyLength)));
        await db.Workspaces.Where(w => w.MonitoringKey == null).ExecuteUpdateAsync(s => s.SetProperty(w => w.MonitoringKey, made), cancellationToken);
        return await FindAsync(attempt, cancellationToken) ?? throw new InvalidOperationException("There is no workspace to keep the key of monitoring answers.");
    }

    private static string Of(Guid attempt, byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(attempt.ToString("D"))));

    private async Task<byte[]?> KeyAsync(CancellationToken cancellationToken)
    {
        if (options.Value.MonitoringKey.Length > 0)
        {
            return Convert.FromBase64String(options.Value.MonitoringKey);
        }

        string? kept = await db.Workspaces.Select(w => w.MonitoringKey).FirstOrDefaultAsync(cancellationToken);
        return kept is null ? null : protector.Unprotect(Convert.FromBase64String(kept));
    }
}
