using EqAssess.Data.Tables;
using EqAssess.Web.Rendering;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Account;

public sealed class SignInModel(
    SignInManager<StaffMember> signIn, UserManager<StaffMember> users, IPasswordHasher<StaffMember> hasher, StaffWords words) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Problem { get; private set; }

    /// <summary>Neither the words nor the time of a refusal tell whether the account exists: not before it pauses and not while it does.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        StaffMember? member = await users.FindByNameAsync(Email?.Trim() ?? "");
        Microsoft.AspNetCore.Identity.SignInResult result = member is null
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(member, Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
        }

        if (member is null || result.IsLockedOut)
        {
            // No password was looked at: this takes as long as looking.
            hasher.HashPassword(member ?? new StaffMember { DisplayName = "" }, Password ?? "");
        }

        Problem = words["SignIn.Wrong"];
        return Page();
    }
}
