using System.Security.Claims;

namespace EqAssess.Web.Composition;

internal static class StaffIdentity
{
    /// <summary>Id of the signed-in member of staff.</summary>
    public static Guid? StaffId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out Guid id) ? id : null;
}
