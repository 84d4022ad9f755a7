using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Reports;

internal static class DomainWords
{
    /// <summary>The part of a key that names the domain: its code, or <c>other</c> for one that a bank has made up.</summary>
    public static string Of(BankDomain domain) => Of(domain.Code);

    public static string Of(string domain) => Constructs.DomainCodes.Contains(domain) ? domain : "other";
}
