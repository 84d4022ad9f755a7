using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EqAssess.Data.Databases;

/// <summary>
/// Sends a statement, or a whole save, again when the server says that nothing of it was written, and never otherwise: an answer is not
/// appended twice because its acknowledgement was lost. After about five seconds it is given up. In a transaction of the caller nothing is
/// repeated, because what came before in it would be lost: the caller is told.
/// </summary>
public sealed class SqlServerRetries(ExecutionStrategyDependencies dependencies)
    : SqlServerRetryingExecutionStrategy(dependencies, maxRetryCount: 4, maxRetryDelay: TimeSpan.FromSeconds(2), errorNumbersToAdd: null)
{
    /// <summary>As it was when the execution began: the transaction that a save opens for itself does not count, and is over before a retry.</summary>
    private bool inTransactionOfCaller;

    public override bool RetriesOnFailure => !inTransactionOfCaller && base.RetriesOnFailure;

    protected override void OnFirstExecution()
    {
        inTransactionOfCaller = Dependencies.CurrentContext.Context.Database.CurrentTransaction is not null;
        base.OnFirstExecution();
    }

    protected override bool ShouldRetryOn(Exception exception) =>
        exception is SqlException failure && !inTransactionOfCaller && SqlServerFailures.SaysNothingWritten(failure);
}
