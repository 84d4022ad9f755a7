using System.Data;
using System.Reflection;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.Server;

namespace EqAssess.Web.Tests.Data;

/// <summary>
/// The client for SQL Server refers to the types of Microsoft.SqlServer.Server, which this repository provides itself. No
/// server is needed: what is proved is that the client finds every type that it asks for.
/// </summary>
public sealed class SqlServerClientTests
{
    private static readonly Assembly Ours = typeof(SqlUserDefinedTypeAttribute).Assembly;

    [Fact]
    public void A_command_with_parameters_gets_as_far_as_a_refused_connection()
    {
        using var connection = new SqlConnection("Server=tcp:127.0.0.1,1;Connect Timeout=2;ConnectRetryCount=0;Encrypt=false;User ID=a;Password=b");
        using SqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT @id, @text, @at, @bytes";
        command.Parameters.Add(new SqlParameter("@id", SqlDbType.UniqueIdentifier) { Value = Guid.CreateVersion7() });
        command.Parameters.AddWithValue("@text", "words");
        command.Parameters.AddWithValue("@at", new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc));
        command.Parameters.AddWithValue("@bytes", new byte[] { 1 });

        Exception? opening = Record.Exception(connection.Open);
        Exception? executing = Record.Exception(() => command.ExecuteNonQuery());

        Assert.IsType<SqlException>(opening);
        Assert.IsType<InvalidOperationException>(executing);
    }

    /// <summary>The client looks at the type of every parameter's value, and asks whether it is a user-defined type of the database.</summary>
    [Fact]
    public void The_client_reads_our_attribute_from_the_type_of_a_parameter()
    {
        var parameter = new SqlParameter("@x", SqlDbType.Udt) { UdtTypeName = "Money", Value = new UserDefinedMoney() };
        MethodInfo ask = typeof(SqlConnection).Assembly.GetTypes().Single(t => t.Name == "SerializationHelperSql9")
            .GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Single(m => m.Name == "GetUdtMaxLength");

        object? length = ask.Invoke(null, [parameter.Value.GetType()]);

        Assert.Equal(123, length);
    }

    [Fact]
    public void Every_type_that_the_client_refers_to_is_there()
    {
        using var stream = File.OpenRead(typeof(SqlConnection).Assembly.Location);
        using var file = new System.Reflection.PortableExecutable.PEReader(stream);
        var metadata = System.Reflection.Metadata.PEReaderExtensions.GetMetadataReader(file);
        string[] wanted =
        [
            .. from handle in metadata.TypeReferences
               let type = metadata.GetTypeReference(handle)
               where type.ResolutionScope.Kind == System.Reflection.Metadata.HandleKind.AssemblyReference
               let assembly = metadata.GetAssemblyReference((System.Reflection.Metadata.AssemblyReferenceHandle)type.ResolutionScope)
               where metadata.GetString(assembly.Name) == "Microsoft.SqlServer.Server"
               select $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}",
        ];

        Assert.NotEmpty(wanted);
        Assert.All(wanted, name => Assert.NotNull(Ours.GetType(name)));
    }

    [Fact]
    public void The_documented_types_are_public_under_the_documented_name()
    {
        string[] names = [.. Ours.GetExportedTypes().Select(t => t.FullName!).Order(StringComparer.Ordinal)];

        Assert.Equal(("Microsoft.SqlServer.Server", new Version(1, 0, 0, 0)), (Ours.GetName().Name, Ours.GetName().Version));
        Assert.Equal(
            [
                "Microsoft.SqlServer.Server.DataAccessKind",
                "Microsoft.SqlServer.Server.Format",
                "Microsoft.SqlServer.Server.IBinarySerialize",
                "Microsoft.SqlServer.Server.InvalidUdtException",
                "Microsoft.SqlServer.Server.SqlFacetAttribute",
                "Microsoft.SqlServer.Server.SqlFunctionAttribute",
                "Microsoft.SqlServer.Server.SqlMethodAttribute",
                "Microsoft.SqlServer.Server.SqlUserDefinedAggregateAttribute",
                "Microsoft.SqlServer.Server.SqlUserDefinedTypeAttribute",
                "Microsoft.SqlServer.Server.SystemDataAccessKind",
            ],
            names);
        Assert.Equal([0, 1, 2], Enum.GetValues<Format>().Select(f => (int)f));
    }

    [SqlUserDefinedType(Format.UserDefined, MaxByteSize = 123)]
    private sealed class UserDefinedMoney : IBinarySerialize
    {
        public void Read(BinaryReader r) => r.ReadInt32();

        public void Write(BinaryWriter w) => w.Write(1);
    }
}
