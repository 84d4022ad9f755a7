using System.Globalization;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Pages.Banks;

/// <summary>What people call the fields of an item.</summary>
internal static class FieldNames
{
    /// <param name="path">As <see cref="EqAssess.Domain.Scoring.FieldChange.Field"/> has it.</param>
    public static string Of(StaffWords words, string path) => path.Split('/') switch
    {
        ["said", var at, var part] => words[$"Field.said.{part}", int.Parse(at, CultureInfo.InvariantCulture) + 1],
        ["options", var option, var part] => words[$"Field.options.{part}", option],
        _ => words[$"Field.{path}"],
    };
}
