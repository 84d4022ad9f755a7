using System.Security.Claims;
using EqAssess.Data.Tables;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Composition;

/// <summary>Adds the name that colleagues see to the session of a member of staff.</summary>
public sealed class StaffClaims(UserManager<StaffMember> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffMember, IdentityRole<Guid>>(users, roles, options)
{
    public const string DisplayName = "display_name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffMember user)
    {
        ClaimsIdentity identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        return identity;
    }
}
