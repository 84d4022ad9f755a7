using EqAssess.Web.Composition;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>The address under which people reach the site, without a slash at the end.</summary>
public sealed class SiteAddress(IOptions<SiteOptions> options, IServer server)
{
    /// <summary>The configured address; without one, the first on which this process listens.</summary>
    public string Url => options.Value.PublicUrl.Length > 0
        ? options.Value.PublicUrl.TrimEnd('/')
        : (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080")
            .Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/');
}
