using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace EqAssess.Web.Composition;

/// <summary>A form that cannot be read (too many fields, a broken boundary, a value that is too long, UTF-7) is a bad request, before a page sees it.</summary>
internal sealed class ReadableForms : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        HttpRequest request = context.HttpContext.Request;
        try
        {
            // The page that words the refusal is reached with the same unreadable form.
            if (request.HasFormContentType && context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
            {
                await request.ReadFormAsync(context.HttpContext.RequestAborted);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            context.Result = new BadRequestResult();
            return;
        }

        await next();
    }
}
