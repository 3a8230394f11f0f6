using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Bookings;

/// <summary>What is made as time goes by, without the background work, so that the test says when.</summary>
public sealed class HorizonTests : IAsyncLifetime
{
    private readonly AppWithClock _product = new();
    private Business _business = null!;
    private Guid _sitter;

    private SnoutApp App => _product.App;

    public async ValueTask InitializeAsync()
    {
        await _product.InitializeAsync();
        _business = await App.OpenBusinessAsync();
        _sitter = (await App.HireAsync(_business.OrganizationId, Role.Sitter, "Ana Silva")).SitterId!.Value;
    }

    public ValueTask DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task A_series_is_always_made_eight_weeks_ahead_also_by_two_at_once()
    {
        await BookAsync(Recurrence.Weekly);
        for (var day = 0; day < 30; day++)
        {
            _product.Clock.Advance(TimeSpan.FromDays(1));
            await Task.WhenAll(Horizon().ExtendAsync(CancellationToken.None), Horizon().ExtendAsync(CancellationToken.None));
            await using var db = App.Db(_business.OrganizationId);
            var last = await db.Visits.MaxAsync(visit => visit.StartsAt);
            Assert.True(last >= _product.Clock.GetUtcNow().AddDays(7 * 7), $"Only until {last} on day {day}.");
        }

        await using var read = App.Db(_business.OrganizationId);
        var (days, windows) = (await read.Visits.Select(visit => visit.SeriesDay).ToListAsync(), await read.Windows.CountAsync());
        Assert.Equal((days.Distinct().Count(), days.Count), (days.Count, windows));
        Assert.All(days.Order().Zip(days.Order().Skip(1)), pair => Assert.Equal(7, pair.Second.DayNumber - pair.First.DayNumber));
        Assert.Equal(0, await Horizon().ExtendAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_is_made_after_the_last_day_or_a_cancellation_and_nobody_is_sent_who_went()
    {
        var ended = await BookAsync(Recurrence.Weekly, until: new DateOnly(2026, 3, 20));
        var cancelled = await BookAsync(Recurrence.Weekly);
        var open = await BookAsync(Recurrence.Weekly);
        await App.Get<BookingCanceller>().CancelAsync(Owner, new BookingPart(cancelled, BookingScope.Series), CancellationToken.None);
        await App.Get<Writer>().CommitAsync(
            _business.OrganizationId, async db => (await db.Sitters.SingleAsync()).Status = SitterStatus.Offboarded, CancellationToken.None);
        _product.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(4, await Horizon().ExtendAsync(CancellationToken.None));
        await using var read = App.Db(_business.OrganizationId);
        Assert.Equal(4, await read.Visits.CountAsync(visit => visit.BookingId == open && visit.SitterId == null));
        Assert.Equal(3, await read.Visits.CountAsync(visit => visit.BookingId == ended));
    }

    [Fact]
    public async Task Conversations_are_made_ahead_for_recurring_clients_and_for_later_visits_too()
    {
        await SwitchAsync(false);
        var booking = await BookAsync(Recurrence.None);
        var client = await ClientOfAsync(booking);
        await using (var db = App.Db(_business.OrganizationId))
        {
            Assert.Empty(await db.Threads.ToListAsync());
        }

        // On for a client who comes once: nothing yet. Then the owner says that they are recurring.
        await SwitchAsync(true);
        await App.Get<ThreadsAhead>().MakeAsync(_business.OrganizationId, CancellationToken.None);
        Assert.Empty(await ThreadsAsync());
        await App.Get<Writer>().CommitAsync(
            _business.OrganizationId, async db => (await db.Clients.SingleAsync(row => row.Id == client)).OwnerSaysRecurring = true, CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => App.Get<ThreadsAhead>().MakeAsync(_business.OrganizationId, CancellationToken.None)));
        Assert.Equal(_business.FrontDeskId, Assert.Single(await ThreadsAsync()).NumberId);
    }

    [Fact]
    public async Task The_owners_word_that_a_client_comes_once_wins_over_a_series()
    {
        await SwitchAsync(true);
        var series = await BookAsync(Recurrence.Weekly, recurring: false);
        Assert.Empty(await ThreadsAsync());
        Assert.IsType<BookingVerdict.Done>(await App.Get<SitterAssignments>().AssignAsync(Owner, new BookingPart(series, BookingScope.Series), null, CancellationToken.None));
        await BookAsync(Recurrence.Weekly);
        Assert.Single(await ThreadsAsync());
    }

    [Fact]
    public async Task Switching_it_on_makes_up_for_what_was_assigned_meanwhile_once()
    {
        await SwitchAsync(false);
        await BookAsync(Recurrence.Weekly);
        var ahead = App.Get<ThreadsAhead>();
        await ahead.CatchUpAsync(CancellationToken.None);
        Assert.Empty(await ThreadsAsync());
        await SwitchAsync(true);
        await ahead.CatchUpAsync(CancellationToken.None);
        await ahead.CatchUpAsync(CancellationToken.None);
        Assert.Single(await ThreadsAsync());
    }

    private Domain.Access.Actor Owner => new(_business.OrganizationId, _business.OwnerId, "Olivia Park", Role.Owner);

    private SeriesHorizon Horizon() => App.Get<SeriesHorizon>();

    private Task SwitchAsync(bool on) => App.Get<MessagingFlags>().SetOrganizationAsync(
        Owner, new Dictionary<Flag, bool?> { [Flag.ProactiveThreadCreation] = on }, "a test", CancellationToken.None);

    private async Task<List<MessageThread>> ThreadsAsync()
    {
        await using var db = App.Db(_business.OrganizationId);
        return await db.Threads.ToListAsync();
    }

    private async Task<Guid> ClientOfAsync(Guid booking)
    {
        await using var db = App.Db(_business.OrganizationId);
        return (await db.Bookings.SingleAsync(row => row.Id == booking)).ClientId;
    }

    private async Task<Guid> BookAsync(Recurrence recurrence, DateOnly? until = null, bool? recurring = null)
    {
        var entry = new ClientEntry("Robin Vale", [Businesses.NextNumber()], recurring, "Biscuit", [], []);
        var client = Assert.IsType<ClientRecording.Recorded>(await App.Get<ClientBook>().RegisterAsync(Owner, entry, CancellationToken.None)).ClientId;
        var start = new DateTime(2026, 3, 5, 10, 0, 0);
        var request = new NewBooking(
            client, "walk", new VisitTime.OnTheClock(start), new VisitTime.OnTheClock(start.AddHours(1)), recurrence, until, _sitter);
        return Assert.IsType<BookingVerdict.Done>(await App.Get<BookingMaker>().CreateAsync(Owner, request, CancellationToken.None)).BookingId;
    }
}
