using System.Globalization;
using SnoutOS.Domain.Imports;

namespace SnoutOS.Web.Components.Imports;

/// <summary>A column of a file, or a property of a calendar's events, and what belongs there.</summary>
public sealed record ImportColumn(string Name, bool IsNeeded, string About);

/// <summary>What a kind of file looks like.</summary>
public sealed record ImportGuide(ImportKind Kind, string Title, string About, string Accept, string SampleName, IReadOnlyList<ImportColumn> Columns)
{
    public static IReadOnlyList<ImportGuide> All { get; } =
    [
        new(ImportKind.Clients, "Clients", "A spreadsheet saved as CSV, one client in each row.", ".csv,text/csv", "clients.csv",
        [
            new("name", true, "How you call them"),
            new("phone", true, "With the area code; several with a semicolon between"),
            new("pets", false, "Biscuit and Waffles"),
            new("recurring", false, "yes or no; empty leaves it to their bookings"),
        ]),
        new(ImportKind.Bookings, "Bookings", "A spreadsheet saved as CSV, one visit or weekly series in each row.", ".csv,text/csv", "bookings.csv",
        [
            new("client", true, "A name on your list, or their phone"),
            new("service", true, "One of your services, such as walk"),
            new("start", true, "2026-03-05 14:30 or 3/5/2026 2:30 PM, by your clock"),
            new("end", true, "The same way"),
            new("recurrence", false, "weekly, or empty for a single visit"),
            new("until", false, "The last day of a weekly series"),
            new("sitter", false, "Name or e-mail address; empty for nobody yet"),
            new("notes", false, "What the sitter should know"),
        ]),
        new(ImportKind.Visits, "Calendar", "An iCalendar file, as Google Calendar, Apple Calendar and Outlook export it.", ".ics,text/calendar", "visits.ics",
        [
            new("SUMMARY", true, "Service and client: “Walk: Robin Vale”"),
            new("DTSTART, DTEND", true, "When it is"),
            new("RRULE", false, "Every week on one day makes it a series"),
            new("ATTENDEE", false, "The sitter's e-mail address"),
            new("DESCRIPTION", false, "What the sitter should know"),
        ]),
    ];

    public static ImportGuide Of(ImportKind kind) => All.First(guide => guide.Kind == kind);

    /// <summary>A file to begin with, in the week to come. Its people are made up, and so are their phones.</summary>
    public string Sample(DateOnly today)
    {
        var (one, other) = (today.AddDays(7), today.AddDays(8));
        return Kind switch
        {
            ImportKind.Clients => """
                name,phone,pets,recurring
                Robin Vale,(212) 555-0142,Biscuit and Waffles,yes
                Casey Moore,(212) 555-0143; (212) 555-0144,Pickles,

                """,
            ImportKind.Bookings => string.Create(CultureInfo.InvariantCulture, $"""
                client,service,start,end,recurrence,until,sitter,notes
                Robin Vale,walk,{one:yyyy-MM-dd} 10:00,{one:yyyy-MM-dd} 11:00,weekly,{one.AddDays(28):yyyy-MM-dd},,The key is under the pot
                Casey Moore,drop-in,{other:yyyy-MM-dd} 14:30,{other:yyyy-MM-dd} 15:00,,,,

                """),
            ImportKind.Visits => string.Create(CultureInfo.InvariantCulture, $"""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//SnoutOS//Sample//EN
                BEGIN:VEVENT
                UID:sample-1@example.test
                DTSTAMP:{today:yyyyMMdd}T000000Z
                SUMMARY:Walk: Robin Vale
                DTSTART:{one:yyyyMMdd}T100000
                DTEND:{one:yyyyMMdd}T110000
                RRULE:FREQ=WEEKLY;COUNT=4
                DESCRIPTION:The key is under the pot
                END:VEVENT
                END:VCALENDAR

                """),
        };
    }

    /// <summary>The sample as an address of its own: the browser saves it without asking the server.</summary>
    public string SampleAddress(DateOnly today) =>
        $"data:{(Kind == ImportKind.Visits ? "text/calendar" : "text/csv")};charset=utf-8,{Uri.EscapeDataString(Sample(today).ReplaceLineEndings("\r\n"))}";
}
