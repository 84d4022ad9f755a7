using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Judge;

/// <summary>A page of a judge: their seat is looked up before every handler, and without one the page asks for a link.</summary>
public abstract class JudgePage(JudgeService judges) : PageModel
{
    public JudgeSeat Seat { get; private set; } = null!;

    protected JudgeService Judges => judges;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        (Guid judge, string tokenHash) = JudgeSession.Of(User);
        if (await judges.SeatAsync(judge, tokenHash, HttpContext.RequestAborted) is not { } seat)
        {
            context.Result = new RedirectResult("/judge/link-needed");
            return;
        }

        Seat = seat;
        await next();
    }
}
