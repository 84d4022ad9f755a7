using System.Security.Claims;
using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Who sees a campaign besides those who see all of them. Owners and HR admins decide; there is always an owner left.</summary>
public sealed class CampaignSharing(EqAssessDb db, TimeProvider time)
{
    public async Task<bool> MayShareAsync(ClaimsPrincipal user, Guid campaign, CancellationToken cancellationToken)
    {
        Guid? staff = user.StaffId();
        return user.IsInRole(Roles.HrAdmin)
            || await db.CampaignAccesses.AnyAsync(a => a.CampaignId == campaign && a.StaffId == staff && a.Owner, cancellationToken);
    }

    /// <summary>Owners first, then by name.</summary>
    public async Task<IReadOnlyList<Colleague>> WithAsync(Guid campaign, CancellationToken cancellationToken) => await (
        from access in db.CampaignAccesses
        join staff in db.Users on access.StaffId equals staff.Id
        where access.CampaignId == campaign
        orderby access.Owner descending, staff.DisplayName
        select new Colleague(staff.Id, staff.DisplayName, staff.Email ?? "", access.Owner)).ToListAsync(cancellationToken);

    /// <summary>Recruiters with whom it is not shared yet.</summary>
    public async Task<IReadOnlyList<Colleague>> OthersAsync(Guid campaign, CancellationToken cancellationToken) => await (
        from staff in db.Users
        where db.UserRoles.Any(held => held.UserId == staff.Id && db.Roles.Any(r => r.Id == held.RoleId && r.Name == Roles.Recruiter))
        where !db.CampaignAccesses.Any(a => a.CampaignId == campaign && a.StaffId == staff.Id)
        orderby staff.DisplayName
        select new Colleague(staff.Id, staff.DisplayName, staff.Email ?? "", false)).ToListAsync(cancellationToken);

    /// <returns>False for somebody who is no recruiter, or has access already.</returns>
    public async Task<bool> AddAsync(Guid campaign, Guid colleague, Guid? by, CancellationToken cancellationToken)
    {
        if (!(await OthersAsync(campaign, cancellationToken)).Any(c => c.Staff == colleague))
        {
            return false;
        }

        db.CampaignAccesses.Add(new CampaignAccess { CampaignId = campaign, StaffId = colleague, Owner = false, GrantedAt = time.Now, GrantedBy = by });
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            // A double click: the other one added them.
            db.ChangeTracker.Clear();
        }

        return true;
    }

    /// <returns>False for the last owner, who answers for the campaign.</returns>
    public async Task<bool> RemoveAsync(Guid campaign, Guid colleague) =>
        await db.CampaignAccesses
            .Where(a => a.CampaignId == campaign && a.StaffId == colleague
                && (!a.Owner || db.CampaignAccesses.Any(o => o.CampaignId == campaign && o.Owner && o.StaffId != colleague)))
            .ExecuteDeleteAsync(CancellationToken.None) == 1;

    public async Task MakeOwnerAsync(Guid campaign, Guid colleague) =>
        await db.CampaignAccesses.Where(a => a.CampaignId == campaign && a.StaffId == colleague)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Owner, true), CancellationToken.None);

    public async Task ShareWithAllAsync(Guid campaign, bool all) =>
        await db.Campaigns.Where(c => c.Id == campaign).ExecuteUpdateAsync(s => s.SetProperty(c => c.SharedWithAll, all), CancellationToken.None);
}

public sealed record Colleague(Guid Staff, string Name, string Email, bool Owner);
