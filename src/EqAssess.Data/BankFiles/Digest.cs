using System.Security.Cryptography;
using System.Text;

namespace EqAssess.Data.BankFiles;

public static class Digest
{
    /// <summary>SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
