using EqAssess.Web.Engines.Pdf.QuestPdf;

namespace EqAssess.Web.Engines.Pdf;

/// <summary>Stands in the place of the one that registers Chromium.</summary>
internal static class PdfRegistration
{
    internal static void AddPdfEngine(this IServiceCollection services)
    {
        services.AddOptions<PdfOptions>().BindConfiguration("Pdf").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<QuestPdfOptions>().BindConfiguration("Pdf").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IPdfEngine, QuestPdfEngine>();
    }
}
