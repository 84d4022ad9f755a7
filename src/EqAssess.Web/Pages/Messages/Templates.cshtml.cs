using EqAssess.Data;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Messages;

/// <summary>The texts of messages, by kind and language.</summary>
public sealed class TemplatesModel(EqAssessDb db) : PageModel
{
    /// <summary>Kind and language of texts that are not as they ship.</summary>
    public IReadOnlySet<(string Kind, string Language)> Edited { get; private set; } = new HashSet<(string, string)>();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var newest = await db.MessageTemplates
            .Where(t => !db.MessageTemplates.Any(later => later.Kind == t.Kind && later.Language == t.Language && later.Version > t.Version) && t.Body != null)
            .Select(t => new { t.Kind, t.Language }).ToListAsync(cancellationToken);
        Edited = newest.Select(t => (t.Kind, t.Language)).ToHashSet();
    }
}
