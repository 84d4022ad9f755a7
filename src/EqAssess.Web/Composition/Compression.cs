using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace EqAssess.Web.Composition;

/// <summary>
/// Compresses the pages of candidates, who may sit in a train. Pages of staff stay as they are: they show what somebody typed into an
/// address beside names and scores, and the length of a compressed page then tells about both (BREACH). A candidate's page repeats
/// nothing of its request, and its forgery token is different in every answer. Style sheets and scripts are compressed when they are built.
/// </summary>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    public static bool Suits(HttpContext http) => http.Request.Path.StartsWithSegments("/take") || http.Request.Path.StartsWithSegments("/t");
}
