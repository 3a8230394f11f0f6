using SnoutOS.Tests.Api;
using SnoutOS.Tests.Backfill;
using SnoutOS.Tests.Bookings;
using SnoutOS.Tests.Policing;
using SnoutOS.Tests.Proving;
using SnoutOS.Tests.Receiving;
using SnoutOS.Tests.Rollout;
using SnoutOS.Tests.Sending;
using SnoutOS.Tests.Sitters;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Persistence;

// The same on the PostgreSQL that SNOUT_TEST_POSTGRESQL names; ./test starts one.

public sealed class AppWithClockOnPostgreSql : AppWithClock
{
    public override Engine Engine => Engine.PostgreSql;
}

public sealed class ProductOnPostgreSql : Product
{
    public override Engine Engine => Engine.PostgreSql;
}

public sealed class TenancyOnPostgreSql(AppWithClockOnPostgreSql product) : TenancyTests(product), IClassFixture<AppWithClockOnPostgreSql>;

public sealed class SitterDeskOnPostgreSql(AppWithClockOnPostgreSql product) : SitterDeskTests(product), IClassFixture<AppWithClockOnPostgreSql>;

public sealed class KeepAndReplayOnPostgreSql(ProductOnPostgreSql product) : KeepAndReplayTests(product), IClassFixture<ProductOnPostgreSql>;

public sealed class PagingOnPostgreSql(ProductOnPostgreSql product) : PagingTests(product), IClassFixture<ProductOnPostgreSql>;

public sealed class DiagnosticsOnPostgreSql(ProductOnPostgreSql product) : DiagnosticsTests(product), IClassFixture<ProductOnPostgreSql>;

public sealed class InboundOnPostgreSql() : InboundTests(Engine.PostgreSql);

public sealed class OutboundOnPostgreSql() : OutboundTests(Engine.PostgreSql);

public sealed class AppendOnlyOnPostgreSql(AppWithClockOnPostgreSql product) : AppendOnlyTests(product), IClassFixture<AppWithClockOnPostgreSql>;

public sealed class SameEverywhereOnPostgreSql(ProductOnPostgreSql product) : SameEverywhereTests(product), IClassFixture<ProductOnPostgreSql>;

public sealed class NodesOnPostgreSql() : NodesTests(Engine.PostgreSql);

public sealed class ProofOnPostgreSql(ProductOnPostgreSql product) : ProofTests(product), IClassFixture<ProductOnPostgreSql>;

public sealed class BookingsOnPostgreSql(ProductOnPostgreSql product) : EverywhereTests(product), IClassFixture<ProductOnPostgreSql>;

public sealed class AtOnceOnPostgreSql(ProductOnPostgreSql product) : AtOnceTests(product), IClassFixture<ProductOnPostgreSql>;

public sealed class OldThreadsOnPostgreSql(ProductOnPostgreSql product) : OldThreadsTests(product), IClassFixture<ProductOnPostgreSql>;

public sealed class WhatIfOnPostgreSql(AppWithClockOnPostgreSql product) : WhatIfTests(product), IClassFixture<AppWithClockOnPostgreSql>;
