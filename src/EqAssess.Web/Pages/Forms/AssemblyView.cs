using EqAssess.Domain.Forms;

namespace EqAssess.Web.Pages.Forms;

/// <summary>The report on forms that were assembled together.</summary>
public sealed record AssemblyView(IReadOnlyList<string> Titles, IReadOnlyList<IReadOnlyList<int>> InCommon, IReadOnlyList<FormFacts> Facts);
