using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Take;

/// <summary>What the script of a page has to know: whose choices it keeps, up to where the page knows the log, what to say.</summary>
/// <param name="Writer">The rendered page.</param>
public sealed record KeeperView(RunningAttempt Attempt, Guid Writer);
