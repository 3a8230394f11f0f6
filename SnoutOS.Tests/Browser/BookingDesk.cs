using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Browser;

/// <summary>A desk with sitters and with clients who are booked for tomorrow, in New York.</summary>
public sealed class BookingDesk
{
    private readonly SnoutApp _app;

    private BookingDesk(SnoutApp app, Desk desk) => (_app, Desk) = (app, desk);

    public Desk Desk { get; }

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public DateOnly Tomorrow => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_app.Get<TimeProvider>().GetUtcNow(), Zone).Date).AddDays(1);

    public static async Task<BookingDesk> OpenAsync(SnoutApp app) => new(app, await Desk.OpenAsync(app));

    /// <summary>The week that tomorrow is in.</summary>
    public string Week(string more = "") => $"/bookings?week={Iso(Tomorrow)}{more}";

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A sitter with a number of their own.</summary>
    public async Task<Guid> HireAsync(string name)
    {
        var sitter = await _app.HireAsync(Desk.Owner.OrganizationId, Role.Sitter, name);
        await _app.Get<NumberBook>().AddAsync(Desk.Owner, Businesses.NextNumber(), NumberClass.Sitter, sitter.SitterId, CancellationToken.None);
        return sitter.SitterId!.Value;
    }

    /// <summary>A client without a conversation.</summary>
    public async Task<Guid> AddClientAsync(string name, string pets = "")
    {
        var entry = new ClientEntry(name, [Businesses.NextNumber()], Recurring: null, pets, [], []);
        var recorded = Assert.IsType<ClientRecording.Recorded>(await _app.Get<ClientBook>().RegisterAsync(Desk.Owner, entry, CancellationToken.None));
        return recorded.ClientId;
    }

    /// <summary>A new client, booked for half an hour tomorrow, once or every week.</summary>
    public async Task<Guid> BookAsync(string client, int hour, Recurrence recurrence = Recurrence.None, Guid? sitter = null, string service = "walk")
    {
        var clientId = await AddClientAsync(client);
        var start = Tomorrow.ToDateTime(new TimeOnly(hour, 0));
        var booking = new NewBooking(
            clientId, service, new VisitTime.OnTheClock(start), new VisitTime.OnTheClock(start.AddMinutes(30)), recurrence, SitterId: sitter);
        return Assert.IsType<BookingVerdict.Done>(await _app.Get<BookingMaker>().CreateAsync(Desk.Owner, booking, CancellationToken.None)).BookingId;
    }

    /// <summary>A client texts a sitter's number; returns once the text is in their conversation.</summary>
    public async Task TextAsync(string client, Guid sitterId, string body)
    {
        await using var db = Desk.Db();
        var phone = await db.Clients.Where(row => row.Name == client).SelectMany(row => row.Phones).Select(row => row.Phone).SingleAsync(CancellationToken.None);
        var number = await db.Numbers.Where(row => row.SitterId == sitterId).Select(row => row.Phone).SingleAsync(CancellationToken.None);
        await Desk.Carrier.TextFromPhoneAsync(phone.E164, number.E164, body);
        await Until.TrueAsync(() => db.Messages.AnyAsync(row => row.Body == body, CancellationToken.None));
    }

    public async Task<List<Visit>> VisitsAsync(Guid bookingId)
    {
        await using var db = Desk.Db();
        return await db.Visits.Where(visit => visit.BookingId == bookingId).OrderBy(visit => visit.StartsAt).ToListAsync(CancellationToken.None);
    }

    /// <summary>Another owner of the same business.</summary>
    public async Task<string> SecondOwnerAsync() => (await _app.HireAsync(Desk.Owner.OrganizationId, Role.Owner, "Oscar Bell")).Email;
}

/// <summary>How tests find their way about the page.</summary>
internal static class BookingSights
{
    public static ILocator Visit(this Visitor visitor, string client) =>
        visitor.Find("[data-visit]").Filter(new LocatorFilterOptions { HasText = client });

    /// <summary>A sitter's line in the week, or nobody's.</summary>
    public static ILocator Line(this Visitor visitor, string name) =>
        visitor.Find("[data-drop]").Filter(new LocatorFilterOptions { Has = visitor.Page.GetByRole(AriaRole.Rowheader, new() { Name = name }) });

    public static ILocator Dialog(this Visitor visitor) => visitor.Page.GetByRole(AriaRole.Dialog);

    public static Task PressAsync(this Visitor visitor, string words) =>
        visitor.Dialog().GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();

    public static async Task KeysAsync(this Visitor visitor, params string[] keys)
    {
        foreach (var key in keys)
        {
            await visitor.Page.Keyboard.PressAsync(key);
        }
    }
}
