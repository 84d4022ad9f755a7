using System.Threading.RateLimiting;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Composition;

/// <summary>Rate limits. They are reckoned by link, session or account and not by address: an assessment centre shares one address.</summary>
internal static class Limits
{
    /// <summary>Pages of one link of a candidate, judge or rater, or of one judge: far above what a person does, far below what a script can.</summary>
    private const int RequestsPerMinute = 240;

    /// <summary>Sign-in posts from one address in a minute; Identity locks an account after eight wrong passwords besides.</summary>
    private const int SignInsPerMinute = 60;

    /// <summary>Receipts that one address may have checked in a minute: the codes cannot be guessed, and trying is slow all the same.</summary>
    private const int ReceiptsPerMinute = 30;

    /// <summary>The same of papers, whose codes stand in pictures that a team may well read one after the other.</summary>
    private const int PapersPerMinute = 120;

    public static void AddLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "20";
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
    });

    private static RateLimitPartition<string> PartitionOf(HttpContext http)
    {
        PathString path = http.Request.Path;
        if (path.StartsWithSegments("/t", out PathString token) || path.StartsWithSegments("/j", out token) || path.StartsWithSegments("/r", out token))
        {
            return PerMinute($"link {Tokens.HashOf(token.Value ?? "")}", RequestsPerMinute);
        }

        if (path.StartsWithSegments("/take") && http.User.FindFirst(CandidateSession.AttemptClaim) is { } attempt)
        {
            return PerMinute($"attempt {attempt.Value}", http.RequestServices.GetRequiredService<IOptions<AttemptOptions>>().Value.RequestsPerMinute);
        }

        if (path.StartsWithSegments("/judge") && http.User.FindFirst(JudgeSession.JudgeClaim) is { } judge)
        {
            return PerMinute($"judge {judge.Value}", RequestsPerMinute);
        }

        if (path.StartsWithSegments("/verify"))
        {
            return PerMinute($"papers {http.Connection.RemoteIpAddress}", PapersPerMinute);
        }

        if (path.StartsWithSegments("/receipts") && HttpMethods.IsPost(http.Request.Method))
        {
            return PerMinute($"receipts {http.Connection.RemoteIpAddress}", ReceiptsPerMinute);
        }

        return path.StartsWithSegments("/account") && HttpMethods.IsPost(http.Request.Method)
            ? PerMinute($"sign-in {http.Connection.RemoteIpAddress}", SignInsPerMinute)
            : RateLimitPartition.GetNoLimiter("rest");
    }

    private static RateLimitPartition<string> PerMinute(string key, int requests) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = requests,
            TokensPerPeriod = Math.Max(1, requests / 6),
            ReplenishmentPeriod = TimeSpan.FromSeconds(10),
            AutoReplenishment = true,
            QueueLimit = 0,
        });
}
