namespace EqAssess.Web.Engines.Pdf;

internal static class PdfRegistration
{
    internal static void AddPdfEngine(this IServiceCollection services)
    {
        services.AddOptions<PdfOptions>().BindConfiguration("Pdf").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IPdfEngine, ChromiumPdfEngine>();
    }
}
