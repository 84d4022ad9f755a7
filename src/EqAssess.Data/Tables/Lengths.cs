namespace EqAssess.Data.Tables;

/// <summary>Longest texts, in characters, of columns that are indexed or typed in by people.</summary>
internal static class Lengths
{
    public const int Code = 64;
    public const int Name = 200;
    public const int Address = 320;
    public const int Sha256 = 64;
    public const int Label = 100;
}
