namespace EqAssess.Browser.Tests.Browsing;

/// <summary>The request that saves a choice.</summary>
internal static class Saves
{
    public const string Address = "**/take/save";
}
