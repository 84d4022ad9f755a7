using System.Xml.Linq;
using EqAssess.Data;
using EqAssess.Data.Tables;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace EqAssess.Web.Composition;

/// <summary>Keeps the keys of Data Protection in the database, so that every node reads every cookie.</summary>
internal sealed class DatabaseKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using IServiceScope scope = scopes.CreateScope();
        List<string> stored = [.. scope.ServiceProvider.GetRequiredService<EqAssessDb>().DataProtectionKeys.Select(k => k.Xml)];
        return [.. stored.Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using IServiceScope scope = scopes.CreateScope();
        EqAssessDb db = scope.ServiceProvider.GetRequiredService<EqAssessDb>();
        db.DataProtectionKeys.Add(new DataProtectionKey
        {
            Id = Guid.CreateVersion7(), FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting),
        });
        db.SaveChanges();
    }
}
