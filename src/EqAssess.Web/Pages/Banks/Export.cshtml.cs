using EqAssess.Web.Composition;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Exchange.Qti;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Banks;

/// <summary>The live bank as a zip of its files, or as a QTI 3.0 package. A package goes to systems where candidates may see it, so keys go along only if asked for.</summary>
public sealed class ExportModel(BankExchange exchange, AuditService audit) : PageModel
{
    /// <param name="format"><c>qti</c> for a QTI package, anything else for our files.</param>
    /// <param name="keys">Whether a QTI package carries the keys.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string? format, bool keys, CancellationToken cancellationToken)
    {
        try
        {
            ExportedBank exported = await exchange.ExportAsync(id, cancellationToken);
            var zip = new MemoryStream();
            if (format == "qti")
            {
                QtiPackage.Write(zip, exported.Bank, keys ? exported.Keys : []);
            }
            else
            {
                BankZip.Write(zip, exported.Bank, exported.Keys);
            }

            await audit.NoteAsync(User.StaffId(), AuditService.BankExported, id);
            return File(zip.ToArray(), "application/zip", format == "qti" ? $"{exported.Bank.Id}-qti.zip" : $"{exported.Bank.Id}.zip");
        }
        catch (KeyNotFoundException)
        {
            return NotFound();
        }
    }
}
