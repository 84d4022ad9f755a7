using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Staff accounts: made through one-time links only, so that nobody but their owner ever knows a password.</summary>
public sealed class StaffAccounts(EqAssessDb db, UserManager<StaffMember> users, RoleManager<IdentityRole<Guid>> roles, TimeProvider time)
{
    /// <summary>How long a link to set a password works.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(3);

    public async Task EnsureRolesAsync()
    {
        foreach (string role in Roles.All)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                await roles.CreateAsync(new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7() });
            }
        }
    }

    public async Task<bool> AnyAsync() => await db.Users.AnyAsync();

    /// <summary>A link for the first administrator. Earlier set-up links stop working.</summary>
    /// <returns>The token; it is kept as a hash only.</returns>
    public async Task<string> MintSetUpAsync()
    {
        await db.StaffInvitations.Where(i => i.Email == null && i.UsedAt == null).ExecuteDeleteAsync();
        return await MintAsync(null, null, [Roles.Administrator]);
    }

    /// <returns>The token of a link with which the person sets a password.</returns>
    public async Task<string> InviteAsync(string email, string displayName, IReadOnlyList<string> itsRoles) =>
        await MintAsync(email, displayName, itsRoles);

    /// <returns>Null when the link is unknown, used or too old.</returns>
    public async Task<StaffInvitation?> FindAsync(string token)
    {
        string hash = Tokens.HashOf(token);
        DateTimeOffset now = time.Now;
        return await db.StaffInvitations.SingleOrDefaultAsync(i => i.TokenHash == hash && i.UsedAt == null && i.ExpiresAt > now);
    }

    /// <summary>Makes the account that a link promises. The link is used up by success only.</summary>
    public async Task<IdentityResult> AcceptAsync(StaffInvitation invitation, string email, string displayName, string password)
    {
        int claimed = await db.StaffInvitations.Where(i => i.Id == invitation.Id && i.UsedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.UsedAt, time.Now));
        if (claimed == 0)
        {
            return IdentityResult.Failed(new IdentityError { Code = "LinkUsed", Description = "LinkUsed" });
        }

        IdentityResult result = await CreateAsync(email, displayName, password, invitation.Roles.Split(','));
        if (!result.Succeeded)
        {
            await db.StaffInvitations.Where(i => i.Id == invitation.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.UsedAt, (DateTimeOffset?)null));
        }

        return result;
    }

    public async Task<IdentityResult> CreateAsync(string email, string displayName, string password, IEnumerable<string> itsRoles)
    {
        var member = new StaffMember
        {
            Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true, DisplayName = displayName, LockoutEnabled = true,
        };
        IdentityResult created = await users.CreateAsync(member, password);
        return created.Succeeded ? await users.AddToRolesAsync(member, itsRoles) : created;
    }

    private async Task<string> MintAsync(string? email, string? displayName, IReadOnlyList<string> itsRoles)
    {
        string token = Tokens.Mint();
        db.StaffInvitations.Add(new StaffInvitation
        {
            Id = Guid.CreateVersion7(),
            TokenHash = Tokens.HashOf(token),
            Email = email,
            DisplayName = displayName,
            Roles = string.Join(',', itsRoles),
            CreatedAt = time.Now,
            ExpiresAt = time.Now + LinkLife,
        });
        await db.SaveChangesAsync();
        return token;
    }
}
