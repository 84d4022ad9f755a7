namespace EqAssess.Domain.Banks;

/// <summary>What a bank is meant to hold, so that its forms can be assembled: counts of live items. Written by its authors; what falls short is a warning.</summary>
/// <param name="PerFacet">Live items that each declared facet should have; 0 asks for none.</param>
/// <param name="Channels">Channels that the bank means to cover.</param>
/// <param name="PerChannel">Live items that each of those channels should have.</param>
public sealed record BankExpectations(int PerFacet, IReadOnlyList<Channel> Channels, int PerChannel)
{
    public static BankExpectations None { get; } = new(0, [], 0);
}
