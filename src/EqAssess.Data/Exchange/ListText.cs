using System.Text;

namespace EqAssess.Data.Exchange;

/// <summary>The text of an uploaded list, whichever of the usual encodings it has.</summary>
/// <param name="Text">Null where it cannot be read.</param>
public sealed record ListText(string? Text, ListEncoding Encoding)
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Bytes that no letter of Windows-1252 has.</summary>
    private static readonly byte[] Unused = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

    public static ListText Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return new ListText(null, ListEncoding.Spreadsheet);
        }

        if (bytes.StartsWith(System.Text.Encoding.UTF8.Preamble))
        {
            return Of(new UTF8Encoding(false, throwOnInvalidBytes: true), bytes[3..], ListEncoding.Utf8);
        }

        if (bytes.StartsWith(System.Text.Encoding.Unicode.Preamble) || bytes.StartsWith(System.Text.Encoding.BigEndianUnicode.Preamble))
        {
            return Of(new UnicodeEncoding(bytes[0] == 0xFE, byteOrderMark: false, throwOnInvalidBytes: true), bytes[2..], ListEncoding.Utf16);
        }

        // No text of a list holds a zero byte but UTF-16, whose plain letters have one each: behind the letter, or before it.
        return bytes.IndexOf((byte)0) < 0
            ? Of8Bits(bytes)
            : Of(new UnicodeEncoding(ZerosAt(bytes, 0) > ZerosAt(bytes, 1), byteOrderMark: false, throwOnInvalidBytes: true), bytes, ListEncoding.Utf16);
    }

    private static ListText Of8Bits(ReadOnlySpan<byte> bytes)
    {
        ListText text = Of(new UTF8Encoding(false, throwOnInvalidBytes: true), bytes, ListEncoding.Utf8);
        return text.Text is not null ? text
            : bytes.IndexOfAny(Unused) >= 0 ? new ListText(null, ListEncoding.Unreadable)
            : new ListText(Windows.GetString(bytes), ListEncoding.Windows1252);
    }

    private static ListText Of(Encoding encoding, ReadOnlySpan<byte> bytes, ListEncoding name)
    {
        try
        {
            return new ListText(encoding.GetString(bytes), name);
        }
        catch (ArgumentException)
        {
            return new ListText(null, ListEncoding.Unreadable);
        }
    }

    private static int ZerosAt(ReadOnlySpan<byte> bytes, int start)
    {
        int zeros = 0;
        for (int i = start; i < bytes.Length; i += 2)
        {
            zeros += bytes[i] == 0 ? 1 : 0;
        }

        return zeros;
    }
}

/// <summary>How a list was written.</summary>
public enum ListEncoding
{
    Utf8,
    Utf16,

    /// <summary>What is neither of the others and could be this: a person should look at the names.</summary>
    Windows1252,
    Unreadable,

    /// <summary>A workbook, and no text.</summary>
    Spreadsheet,
}
