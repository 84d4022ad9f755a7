using EqAssess.Data;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Admin;

/// <summary>Staff and their roles; new colleagues come in by a one-time link that is shown once.</summary>
public sealed class StaffModel(EqAssessDb db, StaffAccounts accounts, SiteAddress site, AuditService audit, StaffWords words) : PageModel
{
    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>The link that was just made; null otherwise.</summary>
    public string? Link { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        List<string> roles = [.. Chosen.Intersect(Roles.All)];
        if (!MailAddresses.IsOne(Email) || Email!.Trim().Length > TypedLine.LongestAccount || string.IsNullOrWhiteSpace(DisplayName) || roles.Count == 0)
        {
            Problems = [new FieldProblem("displayName", words["Staff.Incomplete"])];
        }
        else if (!TypedLine.Fits(DisplayName))
        {
            Problems = [new FieldProblem("displayName", words["Field.TooLong", TypedLine.LongestName])];
        }
        else
        {
            Link = $"{site.Url}/account/set-up/{await accounts.InviteAsync(Email!.Trim(), DisplayName.Trim(), roles)}";
            await audit.NoteAsync(User.StaffId(), AuditService.StaffInvited, User.StaffId() ?? Guid.Empty);
        }

        await LoadAsync(cancellationToken);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var members = await db.Users.OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName, u.Email }).ToListAsync(cancellationToken);
        ILookup<Guid, string> roles = (await (
            from link in db.UserRoles join role in db.Roles on link.RoleId equals role.Id select new { link.UserId, role.Name }).ToListAsync(cancellationToken))
            .ToLookup(r => r.UserId, r => r.Name ?? "");
        Members = [.. members.Select(m => new Member(m.DisplayName, m.Email ?? "", [.. roles[m.Id]]))];
    }

    public sealed record Member(string Name, string Email, IReadOnlyList<string> ItsRoles);
}
