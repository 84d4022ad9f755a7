namespace EqAssess.Web.Pages.Insights;

/// <summary>From what statistics were worked out, when, and whether more people have finished since.</summary>
/// <param name="View">Null before the first.</param>
/// <param name="UnderWay">Asked for, and not there yet.</param>
/// <param name="Closed">Attempts of real people that have ended by now.</param>
/// <param name="OfForm">Whether they are of a form; otherwise of a campaign.</param>
public sealed record StampView(InsightView? View, bool UnderWay, bool MayAsk, int Closed, bool OfForm);
