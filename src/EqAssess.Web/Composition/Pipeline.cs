using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Pages.Take;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Composition;

/// <summary>What a request passes through.</summary>
public static class Pipeline
{
    public static void UseEqAssess(this WebApplication app)
    {
        SiteOptions site = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value;
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseMiddleware<SecurityHeaders>();
        app.UseWhen(Compression.Suits, branch => branch.UseResponseCompression());
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<Unavailable>();
        app.UseMiddleware<SettledFirst>();
        if (site.RequireHttps)
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        app.UseRequestLocalization();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();

        // Behind authorisation, which is what makes the session of a candidate known: its limit is reckoned by attempt.
        app.UseRateLimiter();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapSaveChoice();
        app.MapJobDashboard();
        app.MapGet("/health", Health).AllowAnonymous();
    }

    /// <summary>"ok" alone when all is well. A clock that was set, or differs from that of another server, adds a line; storage that fails is one, with 503.</summary>
    public static IResult Health(StorageState storage, SteadyClock clock, OtherClocks others)
    {
        string first = storage.Failure is null ? "ok" : "storage: nothing can be saved; the log says why";
        return Results.Text(
            string.Join('\n', [first, .. ((string?[])[clock.Line, others.Line]).OfType<string>()]),
            statusCode: storage.Failure is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Brings schema, banks and workspace up to date, gives back what the time since the last start took, and says where to go once the server listens.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Installation>().PrepareAsync(app.Lifetime.ApplicationStopping);

        await app.Services.GetRequiredService<SharedClock>().AdoptAsync();

        // Last, and before the server listens: until here nobody could reach it.
        await app.Services.GetRequiredService<Pulse>().BeatAsync();
        app.Lifetime.ApplicationStarted.Register(() => Greeting.Print(app.Services));
    }
}
