namespace EqAssess.Web.Engines.Pdf;

/// <summary>The browser, or the page in it, ended while it was needed.</summary>
public sealed class BrowserLostException(string message, Exception? innerException = null) : Exception(message, innerException);
