using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>The fields of a reminder plan, as they are posted.</summary>
public sealed class ReminderFields
{
    private static readonly TypedReminders Usual = new();

    public string? Slots { get; set; } = Usual.Slots;

    public int Cap { get; set; } = Usual.Cap;

    public int QuietFrom { get; set; } = Usual.QuietFrom;

    public int QuietUntil { get; set; } = Usual.QuietUntil;

    public TypedReminders Typed => new(Slots, Cap, QuietFrom, QuietUntil);

    public static ReminderFields Of(TypedReminders plan) =>
        new() { Slots = plan.Slots, Cap = plan.Cap, QuietFrom = plan.QuietFrom, QuietUntil = plan.QuietUntil };

    public static FieldProblem ProblemOf(SettingProblem problem, StaffWords words) => new(
        problem switch
        {
            SettingProblem.NoJobTitle => "jobTitle",
            SettingProblem.ClosesTooEarly or SettingProblem.ClosesTooLate => "closesOn",
            SettingProblem.KeptLonger => "months",
            SettingProblem.BadCap => "cap",
            SettingProblem.BadHours => "quietFrom",
            _ => "slots",
        },
        words[$"SettingProblem.{problem}"]);
}
