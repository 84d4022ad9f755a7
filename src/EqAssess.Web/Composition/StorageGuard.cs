using System.Globalization;
using EqAssess.Data.Databases;
using EqAssess.Web.Services;

namespace EqAssess.Web.Composition;

/// <summary>
/// Around every request: where the database is locked, full or away, the answer is 503 and says what to do, and a page's script tries
/// again. Before a candidate's request: the process knows how long it was away, so that nobody's test ends by an outage.
/// </summary>
internal sealed class StorageGuard(RequestDelegate next, Pulse pulse, StorageState storage)
{
    /// <summary>After so many seconds a client may try again.</summary>
    public const string RetryAfter = "5";

    private static readonly object Unsettled = new();

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await SettleAsync(context);
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && DatabaseEngine.SaysUnavailable(failure))
        {
            storage.Failed(failure);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = RetryAfter;
        }
    }

    /// <summary>
    /// Whether what attempts are owed is not known yet. Only the form of a scenario gets as far as its page then, which writes nothing and
    /// shows the choices again.
    /// </summary>
    public static bool IsUnsettled(HttpContext context) => context.Items.ContainsKey(Unsettled);

    private async Task SettleAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!request.Path.StartsWithSegments("/take", out PathString rest) && !request.Path.StartsWithSegments("/t"))
        {
            return;
        }

        try
        {
            await pulse.SettleAsync();
        }
        catch (Exception failure) when (DatabaseEngine.SaysUnavailable(failure) && IsFormOfScenario(request, rest))
        {
            storage.Failed(failure);
            context.Items[Unsettled] = Unsettled;
        }
    }

    private static bool IsFormOfScenario(HttpRequest request, PathString rest) =>
        HttpMethods.IsPost(request.Method) && request.Query.Count == 0
        && int.TryParse(rest.Value.AsSpan().Trim('/'), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
