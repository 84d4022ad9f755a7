using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace EqAssess.Web.Composition;

/// <summary>The session of a candidate: a cookie that names the attempt, and nothing else.</summary>
public static class CandidateSession
{
    public const string Scheme = "Candidate";

    public const string AttemptClaim = "attempt";

    public static async Task OpenAsync(HttpContext http, Guid attempt)
    {
        var identity = new ClaimsIdentity([new Claim(AttemptClaim, attempt.ToString("D"))], Scheme);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>The attempt of a request that passed the policy.</summary>
    public static Guid AttemptOf(ClaimsPrincipal candidate) =>
        Guid.Parse(candidate.FindFirstValue(AttemptClaim) ?? throw new InvalidOperationException("The request has no candidate session."));

    /// <summary>A script that saves gets 401 and no page; a person is sent to the page that explains.</summary>
    internal static Task AnswerScriptsWithProblemsAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Headers.Accept.Any(a => a?.Contains("json", StringComparison.OrdinalIgnoreCase) == true))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
