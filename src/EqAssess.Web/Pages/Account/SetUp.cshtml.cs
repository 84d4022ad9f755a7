using System.ComponentModel.DataAnnotations;
using EqAssess.Data.Tables;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Account;

/// <summary>Where a one-time link leads: the first administrator's, or an invited colleague's. Opening it uses nothing up.</summary>
public sealed class SetUpModel(StaffAccounts accounts, StaffWords words) : PageModel
{
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public required string Token { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool Known { get; private set; }

    /// <summary>Whether the link makes the first administrator, who types an address.</summary>
    public bool First { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        StaffInvitation? invitation = await LoadAsync();
        Email = invitation?.Email;
        DisplayName = invitation?.DisplayName;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is not { } invitation)
        {
            return Page();
        }

        string email = invitation.Email ?? Email?.Trim() ?? "";
        if (!MailAddresses.IsOne(email) || email.Length > TypedLine.LongestAccount)
        {
            Problems = [new FieldProblem("email", words["SetUp.BadEmail"])];
            return Page();
        }

        if (string.IsNullOrWhiteSpace(DisplayName))
        {
            Problems = [new FieldProblem("displayName", words["SetUp.NoName"])];
            return Page();
        }

        if (!TypedLine.Fits(DisplayName))
        {
            Problems = [new FieldProblem("displayName", words["Field.TooLong", TypedLine.LongestName])];
            return Page();
        }

        IdentityResult result = await accounts.AcceptAsync(invitation, email, DisplayName.Trim(), Password ?? "");
        if (result.Succeeded)
        {
            return Redirect("/account/sign-in");
        }

        Problems = [.. result.Errors.Select(e => new FieldProblem(
            e.Code.StartsWith("Password", StringComparison.Ordinal) ? "password" : "email", words[$"Identity.{e.Code}"]))];
        return Page();
    }

    private async Task<StaffInvitation?> LoadAsync()
    {
        StaffInvitation? invitation = await accounts.FindAsync(Token);
        Known = invitation is not null;
        First = invitation is { Email: null };
        if (!Known)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return invitation;
    }
}
