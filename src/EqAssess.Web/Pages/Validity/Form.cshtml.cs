using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Validity;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Validity;

/// <summary>The validity table of one form: observed correlations, and corrections beside them with what they assume.</summary>
public sealed class FormModel(ValidityTables tables, IAuthorizationService authorization, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Form { get; set; }

    /// <summary>Reliability of each outcome, as the reader says it; the address carries it, and nothing is stored.</summary>
    [BindProperty(SupportsGet = true, Name = "r")]
    public Dictionary<string, double?> Reliabilities { get; set; } = [];

    public ValidityTable Table { get; private set; } = null!;

    public bool MayImport { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var said = new Dictionary<OutcomeMeasure, double>();
        foreach ((string name, double? value) in Reliabilities)
        {
            if (Enum.TryParse(name, out OutcomeMeasure measure) && value is > 0 and <= 1)
            {
                said[measure] = value.Value;
            }
        }

        if (await tables.OfAsync(Form, said, cancellationToken) is not { } table)
        {
            return NotFound();
        }

        Table = table;
        MayImport = (await authorization.AuthorizeAsync(User, Policies.EditScoring)).Succeeded;
        return Page();
    }

    /// <summary>A correlation with two decimals, or a dash.</summary>
    public string Number(Estimate estimate) => estimate.OrNull?.ToString("0.00;−0.00;0.00", words.Culture) ?? "–";
}
