using System.Text.Json;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Tests.Oracles;

namespace EqAssess.Domain.Tests.Statistics;

/// <summary>Holds four intraclass correlations against a case that R reckoned.</summary>
internal static class IccCase
{
    public static void Agrees(Oracle oracle, string values, string limits, IntraclassCorrelations got)
    {
        (string Name, BoundedEstimate Got)[] all =
        [
            ("ICC2_1", got.AgreementOfOne), ("ICC2_k", got.AgreementOfMean), ("ICC3_1", got.ConsistencyOfOne), ("ICC3_k", got.ConsistencyOfMean),
        ];
        Assert.All(all, icc =>
        {
            JsonElement interval = oracle.Values.GetProperty(limits).GetProperty(icc.Name);
            oracle.Agrees(oracle.Values.GetProperty(values).GetProperty(icc.Name), icc.Got.Value);
            oracle.Agrees(interval[0], icc.Got.Lower);
            oracle.Agrees(interval[1], icc.Got.Upper);
        });
    }
}
