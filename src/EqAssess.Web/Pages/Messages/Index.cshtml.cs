using System.Text.RegularExpressions;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Pages.Messages;

/// <summary>The messages that went out, with their links: only where copies are kept, which is Development.</summary>
public sealed partial class IndexModel(EqAssessDb db, IOptions<MailOptions> mail) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<Listed> Kept { get; private set; } = [];

    public KeptMessage? Shown { get; private set; }

    /// <summary>The text in pieces, each link one of them.</summary>
    public IReadOnlyList<string> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!mail.Value.KeepCopies)
        {
            return NotFound();
        }

        IQueryable<KeptMessage> kept = Visible();
        Kept = await kept.OrderByDescending(m => m.SentAt).Take(Most).Select(m => new Listed(m.Id, m.To, m.Subject)).ToListAsync(cancellationToken);
        Guid? wanted = id ?? Kept.FirstOrDefault()?.Id;
        Shown = await kept.AsNoTracking().SingleOrDefaultAsync(m => m.Id == wanted, cancellationToken);
        Parts = Shown is null ? [] : Links().Split(Shown.Body);
        return Page();
    }

    /// <summary>That somebody asked for an adjustment is nobody's business but of those who decide about it.</summary>
    private IQueryable<KeptMessage> Visible()
    {
        bool all = User.IsInRole(Roles.Accommodations);
        return db.KeptMessages.Where(k => all || !db.Messages.Any(m => m.Id == k.Id && (m.Kind == MessageKind.AdjustmentDecided || m.Kind == MessageKind.AdjustmentGranted)));
    }

    [GeneratedRegex(@"(https?://\S+)")]
    private static partial Regex Links();

    public sealed record Listed(Guid Id, string To, string Subject);
}
