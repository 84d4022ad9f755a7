namespace EqAssess.Web.Services;

/// <summary>What every page needs to know of the workspace; read once at start.</summary>
public sealed class WorkspaceFacts
{
    /// <summary>Whether every page says that nothing here is real.</summary>
    public bool Demonstration { get; internal set; }
}
