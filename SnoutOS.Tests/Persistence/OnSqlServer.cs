using SnoutOS.Tests.Api;
using SnoutOS.Tests.Bookings;
using SnoutOS.Tests.Receiving;
using SnoutOS.Tests.Rollout;
using SnoutOS.Tests.Sending;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Persistence;

// The same on the SQL Server that SNOUT_TEST_SQLSERVER names; ./test leaves these out where it names none.

public sealed class AppWithClockOnSqlServer : AppWithClock
{
    public override Engine Engine => Engine.SqlServer;
}

public sealed class ProductOnSqlServer : Product
{
    public override Engine Engine => Engine.SqlServer;
}

[Trait("server", "sqlserver")]
public sealed class TenancyOnSqlServer(AppWithClockOnSqlServer product) : TenancyTests(product), IClassFixture<AppWithClockOnSqlServer>;

[Trait("server", "sqlserver")]
public sealed class KeepAndReplayOnSqlServer(ProductOnSqlServer product) : KeepAndReplayTests(product), IClassFixture<ProductOnSqlServer>;

[Trait("server", "sqlserver")]
public sealed class PagingOnSqlServer(ProductOnSqlServer product) : PagingTests(product), IClassFixture<ProductOnSqlServer>;

[Trait("server", "sqlserver")]
public sealed class DiagnosticsOnSqlServer(ProductOnSqlServer product) : DiagnosticsTests(product), IClassFixture<ProductOnSqlServer>;

[Trait("server", "sqlserver")]
public sealed class InboundOnSqlServer() : InboundTests(Engine.SqlServer);

[Trait("server", "sqlserver")]
public sealed class OutboundOnSqlServer() : OutboundTests(Engine.SqlServer);

[Trait("server", "sqlserver")]
public sealed class AppendOnlyOnSqlServer(AppWithClockOnSqlServer product) : AppendOnlyTests(product), IClassFixture<AppWithClockOnSqlServer>;

[Trait("server", "sqlserver")]
public sealed class SameEverywhereOnSqlServer(ProductOnSqlServer product) : SameEverywhereTests(product), IClassFixture<ProductOnSqlServer>;

[Trait("server", "sqlserver")]
public sealed class NodesOnSqlServer() : NodesTests(Engine.SqlServer);

[Trait("server", "sqlserver")]
public sealed class BookingsOnSqlServer(ProductOnSqlServer product) : EverywhereTests(product), IClassFixture<ProductOnSqlServer>;

[Trait("server", "sqlserver")]
public sealed class AtOnceOnSqlServer(ProductOnSqlServer product) : AtOnceTests(product), IClassFixture<ProductOnSqlServer>;
