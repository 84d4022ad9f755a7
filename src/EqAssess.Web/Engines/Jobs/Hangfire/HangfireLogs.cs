using Hangfire.AspNetCore;
using Hangfire.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EqAssess.Web.Engines.Jobs.Hangfire;

/// <summary>Hangfire writes to the log of whichever site of this process came up last. Where that one is gone already, it writes nowhere.</summary>
internal sealed class HangfireLogs(ILoggerFactory loggers) : ILogProvider
{
    public ILog GetLogger(string name)
    {
        try
        {
            return new AspNetCoreLogProvider(loggers).GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new AspNetCoreLogProvider(NullLoggerFactory.Instance).GetLogger(name);
        }
    }
}
