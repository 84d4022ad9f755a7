using EqAssess.Domain.Statistics.Norms;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Norms;

/// <summary>Norm groups with all their versions.</summary>
public sealed class IndexModel(NormLibrary library, IAuthorizationService authorization, TimeProvider time) : PageModel
{
    public IReadOnlyList<NormListed> Norms { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public NormAge AgeOf(NormListed norm) => NormStanding.OfAge(norm.Row.CollectedTo, DateOnly.FromDateTime(time.Now.UtcDateTime));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        MayEdit = (await authorization.AuthorizeAsync(User, Policies.EditScoring)).Succeeded;
        Norms = await library.ListAsync(cancellationToken);
    }
}
