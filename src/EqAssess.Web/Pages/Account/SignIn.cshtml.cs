using EqAssess.Data.Tables;
using EqAssess.Web.Rendering;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Account;

public sealed class SignInModel(SignInManager<StaffMember> signIn, StaffWords words) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Microsoft.AspNetCore.Identity.SignInResult result =
            await signIn.PasswordSignInAsync(Email?.Trim() ?? "", Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
        }

        Problem = words[result.IsLockedOut ? "SignIn.Locked" : "SignIn.Wrong"];
        return Page();
    }
}
