namespace EqAssess.Web.Pages.Shared;

/// <summary>One thing to mend in a form.</summary>
/// <param name="Field">Id of the field, to which the summary links.</param>
public sealed record FieldProblem(string Field, string Text);
