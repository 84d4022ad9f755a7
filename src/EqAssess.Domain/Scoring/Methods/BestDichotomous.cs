namespace EqAssess.Domain.Scoring.Methods;

/// <summary>1 for the option with the highest effectiveness, any of them where several tie, otherwise 0.</summary>
/// <remarks>The default of its format. A dropped option earns 0.</remarks>
public sealed class BestDichotomous : BestCredit
{
    public override string Code => "best-dichotomous";

    public override double CreditOf(KeyedOption option, KeyExtremes key) => key.IsHighest(option) ? 1 : 0;
}
