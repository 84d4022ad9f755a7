namespace EqAssess.Web.Engines.Pdf;
internal static class PdfRegistration { public static void AddPdfEngine(this IServiceCollection services) { } }
