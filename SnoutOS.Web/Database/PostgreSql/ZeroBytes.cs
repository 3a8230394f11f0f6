using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SnoutOS.Web.Database.PostgreSql;

/// <summary>PostgreSQL refuses text with zero bytes in it, which people never mean: they are dropped on the way in.</summary>
public sealed class ZeroBytes : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Drop(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Drop(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Drop(command);
        return ValueTask.FromResult(result);
    }

    private static void Drop(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text && text.Contains('\0', StringComparison.Ordinal))
            {
                parameter.Value = text.Replace("\0", "", StringComparison.Ordinal);
            }
        }
    }
}
