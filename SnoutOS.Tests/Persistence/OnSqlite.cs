using SnoutOS.Tests.Api;
using SnoutOS.Tests.Backfill;
using SnoutOS.Tests.Bookings;
using SnoutOS.Tests.Proving;
using SnoutOS.Tests.Receiving;
using SnoutOS.Tests.Rollout;
using SnoutOS.Tests.Sending;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Persistence;

// What the product promises of its data, on the embedded database.

public sealed class TenancyOnSqlite(AppWithClock product) : TenancyTests(product), IClassFixture<AppWithClock>;

public sealed class KeepAndReplayOnSqlite(Product product) : KeepAndReplayTests(product), IClassFixture<Product>;

public sealed class PagingOnSqlite(Product product) : PagingTests(product), IClassFixture<Product>;

public sealed class DiagnosticsOnSqlite(Product product) : DiagnosticsTests(product), IClassFixture<Product>;

public sealed class InboundOnSqlite() : InboundTests(Engine.Sqlite);

public sealed class OutboundOnSqlite() : OutboundTests(Engine.Sqlite);

public sealed class AppendOnlyOnSqlite(AppWithClock product) : AppendOnlyTests(product), IClassFixture<AppWithClock>;

public sealed class SameEverywhereOnSqlite(Product product) : SameEverywhereTests(product), IClassFixture<Product>;

public sealed class ProofOnSqlite(Product product) : ProofTests(product), IClassFixture<Product>;

public sealed class BookingsOnSqlite(Product product) : EverywhereTests(product), IClassFixture<Product>;

public sealed class AtOnceOnSqlite(Product product) : AtOnceTests(product), IClassFixture<Product>;

public sealed class OldThreadsOnSqlite(Product product) : OldThreadsTests(product), IClassFixture<Product>;
