using EqAssess.Data.BankFiles;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Banks;

/// <summary>The live bank as a zip of its files.</summary>
public sealed class ExportModel(BankExchange exchange, AuditService audit) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            ExportedBank exported = await exchange.ExportAsync(id, cancellationToken);
            var zip = new MemoryStream();
            BankZip.Write(zip, exported.Bank, exported.Keys);
            await audit.NoteAsync(User.StaffId(), AuditService.BankExported, id);
            return File(zip.ToArray(), "application/zip", $"{exported.Bank.Id}.zip");
        }
        catch (KeyNotFoundException)
        {
            return NotFound();
        }
    }
}
