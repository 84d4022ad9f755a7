using System.Globalization;
using EqAssess.Data.Databases;
using EqAssess.Web.Services;

namespace EqAssess.Web.Composition;

/// <summary>Before a candidate's request the process knows how long it was away, so that nobody's test ends by an outage.</summary>
internal sealed class SettledFirst(RequestDelegate next, Pulse pulse, StorageState storage)
{
    private static readonly object Unsettled = new();

    public async Task InvokeAsync(HttpContext http)
    {
        HttpRequest request = http.Request;
        if (request.Path.StartsWithSegments("/take", out PathString rest) || request.Path.StartsWithSegments("/t"))
        {
            try
            {
                await pulse.SettleAsync();
            }
            catch (Exception failure) when (DatabaseEngine.SaysUnavailable(failure) && IsFormOfScenario(request, rest))
            {
                storage.Failed(failure);
                http.Items[Unsettled] = Unsettled;
            }
        }

        await next(http);
    }

    /// <summary>
    /// Whether what attempts are owed is not known yet, because the database takes nothing. Only the form of a scenario gets as far as its
    /// page then, which writes nothing and shows the choices again.
    /// </summary>
    public static bool IsMissing(HttpContext http) => http.Items.ContainsKey(Unsettled);

    private static bool IsFormOfScenario(HttpRequest request, PathString rest) =>
        HttpMethods.IsPost(request.Method) && int.TryParse(rest.Value.AsSpan().Trim('/'), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
