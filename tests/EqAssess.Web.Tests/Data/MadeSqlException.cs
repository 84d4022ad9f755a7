using System.Reflection;
using Microsoft.Data.SqlClient;

namespace EqAssess.Web.Tests.Data;

/// <summary>What the client throws when the server sends these errors. It has no public constructor.</summary>
internal static class MadeSqlException
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;

    public static SqlException Of(int number, byte severity = 16) => Of((number, severity));

    public static SqlException Of(params (int Number, byte Severity)[] errors)
    {
        var all = (SqlErrorCollection)typeof(SqlErrorCollection).GetConstructor(Hidden, [])!.Invoke([]);
        foreach ((int number, byte severity) in errors)
        {
            object error = typeof(SqlError).GetConstructor(Hidden, [typeof(int), typeof(byte), typeof(byte), typeof(string), typeof(string), typeof(string), typeof(int), typeof(Exception)])!
                .Invoke([number, (byte)1, severity, "server", $"error {number}", "", 0, null]);
            typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(all, [error]);
        }

        return (SqlException)typeof(SqlException).GetMethod("CreateException", Hidden, [typeof(SqlErrorCollection), typeof(string)])!.Invoke(null, [all, "16.00.0000"])!;
    }
}
