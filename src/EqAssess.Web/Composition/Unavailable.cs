using EqAssess.Data.Databases;

namespace EqAssess.Web.Composition;

/// <summary>
/// Answers 503 where the database is locked, full or out of reach: nothing was written, and later the same request may succeed. A defect
/// stays a 500.
/// </summary>
internal sealed partial class Unavailable(RequestDelegate next, ILogger<Unavailable> logger)
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
            Log.Unavailable(logger, failure.GetBaseException().Message);
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = RetryAfter;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The database did not answer in time or could not write; the request was answered with 503: {Reason}")]
        public static partial void Unavailable(ILogger logger, string reason);
    }
}
