using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace EqAssess.Web.Pages.Home;

/// <summary>The sections of somebody's first page.</summary>
/// <param name="all">In the order of the page.</param>
public sealed class HomePage(IEnumerable<HomeTasks> all, IAuthorizationService authorization)
{
    public async Task<IReadOnlyList<HomeSection>> SectionsAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var sections = new List<HomeSection>();
        foreach (HomeTasks tasks in all)
        {
            if ((await authorization.AuthorizeAsync(user, tasks.Policy)).Succeeded)
            {
                sections.Add(new HomeSection(tasks.Title, tasks.Calm, await tasks.OfAsync(user, cancellationToken)));
            }
        }

        return sections;
    }
}
