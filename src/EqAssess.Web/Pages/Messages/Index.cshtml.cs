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
    private const int PageSize = 50;

    /// <summary>Part of an address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Count { get; private set; }

    public int Last { get; private set; } = 1;

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
        IQueryable<KeptMessage> found = string.IsNullOrWhiteSpace(Find) ? kept : kept.Where(m => m.To.Contains(Find.Trim()));
        Count = await found.CountAsync(cancellationToken);
        Last = Math.Max(1, (Count + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Last);
        Kept = await found.OrderByDescending(m => m.SentAt).ThenBy(m => m.Id).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(m => new Listed(m.Id, m.To, m.Subject)).ToListAsync(cancellationToken);
        Guid? wanted = id ?? Kept.FirstOrDefault()?.Id;
        Shown = await kept.AsNoTracking().SingleOrDefaultAsync(m => m.Id == wanted, cancellationToken);
        Parts = Shown is null ? [] : Links().Split(Shown.Body);
        return Page();
    }

    /// <summary>The address of another page of the list, with the same search.</summary>
    public string AddressOf(int page) => $"/messages?find={Uri.EscapeDataString(Find ?? "")}&p={page}";

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
