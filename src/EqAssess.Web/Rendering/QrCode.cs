using System.Text;

namespace EqAssess.Web.Rendering;

/// <summary>
/// A short address as a QR code (ISO/IEC 18004): byte mode, error correction L, versions 1 to 5, which hold one block each. The mask is
/// always the first: every reader takes every mask.
/// </summary>
public sealed class QrCode
{
    /// <summary>Of each version: codewords of data and of error correction.</summary>
    private static readonly (int Data, int Correction)[] Versions = [(19, 7), (34, 10), (55, 15), (80, 20), (108, 26)];

    /// <summary>Format bits of level L and mask 0, with their own error correction, most significant first.</summary>
    private const int Format = 0b111011111000100;

    private const int Finder = 7;
    private readonly bool[,] dark;

    /// <summary>Squares that are patterns and hold no data.</summary>
    private readonly bool[,] taken;

    private QrCode(int version, byte[] codewords)
    {
        Size = 17 + (4 * version);
        dark = new bool[Size, Size];
        taken = new bool[Size, Size];
        DrawPatterns(version);
        DrawFormat();
        DrawData(codewords);
    }

    /// <summary>Squares along one side, without the margin.</summary>
    public int Size { get; }

    /// <returns>Null for a text of more than 106 bytes in UTF-8.</returns>
    public static QrCode? Of(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int version = Array.FindIndex(Versions, v => v.Data >= bytes.Length + 2) + 1;
        if (version == 0)
        {
            return null;
        }

        (int room, int correction) = Versions[version - 1];
        byte[] data = Data(bytes, room);
        return new QrCode(version, [.. data, .. ReedSolomon(data, correction)]);
    }

    public bool IsDark(int x, int y) => dark[y, x];

    /// <summary>Four bits say "bytes", eight how many; the bytes follow, shifted by half a byte; then padding.</summary>
    private static byte[] Data(byte[] bytes, int room)
    {
        byte[] data = new byte[room];
        data[0] = (byte)(0x40 | (bytes.Length >> 4));
        data[1] = (byte)(bytes.Length << 4);
        for (int i = 0; i < bytes.Length; i++)
        {
            data[i + 1] |= (byte)(bytes[i] >> 4);
            data[i + 2] = (byte)(bytes[i] << 4);
        }

        for (int i = bytes.Length + 2; i < room; i++)
        {
            data[i] = (byte)((i - bytes.Length) % 2 == 0 ? 0xEC : 0x11);
        }

        return data;
    }

    /// <summary>Remainder of the data by the generator polynomial over GF(2⁸) with 0x11D.</summary>
    private static byte[] ReedSolomon(byte[] data, int degree)
    {
        byte[] generator = new byte[degree];
        generator[^1] = 1;
        byte root = 1;
        for (int i = 0; i < degree; i++)
        {
            for (int j = 0; j < degree; j++)
            {
                generator[j] = (byte)(Multiply(generator[j], root) ^ (j + 1 < degree ? generator[j + 1] : 0));
            }

            root = Multiply(root, 2);
        }

        byte[] rest = new byte[degree];
        foreach (byte value in data)
        {
            byte factor = (byte)(value ^ rest[0]);
            rest = [.. rest[1..], 0];
            for (int j = 0; j < degree; j++)
            {
                rest[j] ^= Multiply(generator[j], factor);
            }
        }

        return rest;
    }

    private static byte Multiply(byte one, byte other)
    {
        int product = 0;
        for (int bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11D);
            product ^= ((other >> bit) & 1) * one;
        }

        return (byte)product;
    }

    private void DrawPatterns(int version)
    {
        for (int i = 0; i < Size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        DrawRings(3, 3, 4);
        DrawRings(Size - 4, 3, 4);
        DrawRings(3, Size - 4, 4);
        if (version > 1)
        {
            DrawRings(Size - Finder, Size - Finder, 2);
        }
    }

    /// <summary>Squares around a centre; those of an even distance but the second are dark, and the outermost of a finder is light.</summary>
    private void DrawRings(int centreX, int centreY, int radius)
    {
        for (int y = Math.Max(0, centreY - radius); y <= Math.Min(Size - 1, centreY + radius); y++)
        {
            for (int x = Math.Max(0, centreX - radius); x <= Math.Min(Size - 1, centreX + radius); x++)
            {
                int distance = Math.Max(Math.Abs(x - centreX), Math.Abs(y - centreY));
                Set(x, y, radius == 2 ? distance != 1 : distance is not (2 or 4));
            }
        }
    }

    /// <summary>Twice: around the upper left finder, and beside the other two. Bit 0 is the last of the constant.</summary>
    private void DrawFormat()
    {
        for (int i = 0; i < 15; i++)
        {
            bool bit = ((Format >> i) & 1) == 1;
            Set(i < 8 ? 8 : i == 8 ? 7 : 14 - i, i < 6 ? i : i < 8 ? i + 1 : 8, bit);
            Set(i < 8 ? Size - 1 - i : 8, i < 8 ? 8 : Size - 15 + i, bit);
        }

        Set(8, Size - 8, true);
    }

    /// <summary>In columns of two from the right, up and down in turn, around the upright timing pattern.</summary>
    private void DrawData(byte[] codewords)
    {
        int bit = 0;
        for (int right = Size - 1; right >= 1; right -= right == 8 ? 3 : 2)
        {
            bool upward = ((right + 1) & 2) == 0;
            for (int step = 0; step < Size; step++)
            {
                int y = upward ? Size - 1 - step : step;
                for (int x = right; x > right - 2; x--)
                {
                    if (!taken[y, x])
                    {
                        bool set = bit < codewords.Length * 8 && ((codewords[bit >> 3] >> (7 - (bit & 7))) & 1) == 1;
                        dark[y, x] = set ^ ((x + y) % 2 == 0);
                        bit++;
                    }
                }
            }
        }
    }

    private void Set(int x, int y, bool isDark)
    {
        dark[y, x] = isDark;
        taken[y, x] = true;
    }
}
