using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace EqAssess.Web.Composition;

/// <summary>The session of a judge: a cookie that names the judge and the link that opened it, and ends with that link.</summary>
public static class JudgeSession
{
    public const string Scheme = "Judge";

    public const string JudgeClaim = "judge";

    private const string LinkClaim = "link";

    public static async Task OpenAsync(HttpContext http, Guid judge, string tokenHash)
    {
        var identity = new ClaimsIdentity([new Claim(JudgeClaim, judge.ToString("D")), new Claim(LinkClaim, tokenHash)], Scheme);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>Judge and hash of the link's token, of a request that passed the policy.</summary>
    public static (Guid Judge, string TokenHash) Of(ClaimsPrincipal judge) =>
        (Guid.Parse(Claim(judge, JudgeClaim)), Claim(judge, LinkClaim));

    private static string Claim(ClaimsPrincipal judge, string claim) =>
        judge.FindFirstValue(claim) ?? throw new InvalidOperationException("The request has no judge session.");
}
