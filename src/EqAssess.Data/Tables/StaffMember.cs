using Microsoft.AspNetCore.Identity;

namespace EqAssess.Data.Tables;

/// <summary>Somebody who works with EqAssess. Candidates have no account.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }
}
