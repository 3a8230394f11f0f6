using System.Buffers.Binary;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Database;

/// <summary>What nodes lock in a shared database so that one of them at a time writes for an organization.</summary>
internal static class LockNames
{
    /// <summary>How long a node waits for another one: under the 15 seconds that the provider waits for us.</summary>
    public const int PatienceInMilliseconds = 10_000;

    /// <summary>The random half of the id; 0 for the installation. Two organizations with the same one would only wait for each other.</summary>
    public static long NumberOf(TenantScope scope)
    {
        Span<byte> id = stackalloc byte[16];
        scope.OrganizationId.TryWriteBytes(id);
        return BinaryPrimitives.ReadInt64BigEndian(id[8..]);
    }

    public static string NameOf(TenantScope scope) => $"snout:{scope.OrganizationId:N}";
}
