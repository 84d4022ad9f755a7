using EqAssess.Data.Databases;

namespace EqAssess.Web.Composition;

/// <summary>
/// Answers 503 where the database is locked, full or out of reach: nothing was written, and later the same request may succeed. A defect
/// stays a 500.
/// </summary>
internal sealed class Unavailable(RequestDelegate next, StorageState storage)
{
    /// <summary>Seconds, as the header counts them.</summary>
    public const string RetryAfter = "5";

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception failure) when (!http.Response.HasStarted && DatabaseEngine.SaysUnavailable(failure))
        {
            storage.Failed(failure);
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = RetryAfter;
        }
    }
}
