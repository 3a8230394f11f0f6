using System.Diagnostics;
using System.Globalization;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Web.Components.Numbers;
using SnoutOS.Web.Components.Shared;
using Policed = SnoutOS.Domain.Policing.Strikes;

namespace SnoutOS.Web.Components.Sitters;

/// <summary>How sitters and what becomes of them are spoken of.</summary>
public static class SitterWords
{
    private const int Tones = 6;

    public static string Initial(string name) => StringInfo.GetNextTextElement(name.TrimStart()).ToUpperInvariant();

    public static int Tone(Guid sitterId) => sitterId.ToByteArray()[^1] % Tones;

    /// <summary>What is wrong with a card as it was filled in, in one sentence; null when name and phone can be read.</summary>
    public static string? Objection(string name, string phoneText, out PhoneNumber? phone)
    {
        phone = null;
        return name.Length == 0 ? "A sitter needs a name."
            : phoneText.Trim().Length > 0 && !PhoneNumberReader.TryRead(phoneText, out phone) ? "That does not read like a phone number. Try it with the area code."
            : null;
    }

    /// <summary>Null for a sitter of whom there is nothing special to say.</summary>
    public static string? StatusTag(SitterListing sitter) => sitter.Status switch
    {
        SitterStatus.Active => sitter.UserId is null ? "No sign-in yet" : null,
        SitterStatus.Locked => "Locked",
        SitterStatus.Offboarded => "Left",
    };

    /// <summary>"2 of 3 strikes in 30 days"; null where there is nothing to say.</summary>
    public static string? Strikes(SitterStrikes? strikes) => strikes switch
    {
        null => null,
        { IsPaused: true } => string.Create(CultureInfo.InvariantCulture, $"Paused by {Policed.Locks} strikes in {Policed.CountFor.Days} days"),
        { Count: var count } => string.Create(CultureInfo.InvariantCulture, $"{count} of {Policed.Locks} strikes in {Policed.CountFor.Days} days"),
    };

    public static string NumberOf(SitterListing sitter) => sitter.Number is { } number ? $"Writes from {number}" : "No number";

    public static string NextVisit(SitterListing sitter, OrganizationTime time, DateTimeOffset now) => sitter.NextVisitAt switch
    {
        null => sitter.Status == SitterStatus.Offboarded ? "" : "No visits ahead",
        { } start when start <= now => "On a visit now",
        { } start => $"Next visit {time.Ahead(start)}",
    };

    /// <summary>What offboarding means, one sentence for each thing that changes.</summary>
    public static IEnumerable<string> Consequences(string name, OffboardingOutlook outlook, string? successor, OrganizationTime time)
    {
        var first = PersonName.FirstOf(name);
        yield return $"{first} is signed out everywhere and cannot sign in any more.";
        if (outlook.UnfinishedVisits > 0)
        {
            yield return successor is null
                ? $"{Count(outlook.UnfinishedVisits, "upcoming visit loses its sitter", "upcoming visits lose their sitter")}."
                : $"{Count(outlook.UnfinishedVisits, "upcoming visit goes", "upcoming visits go")} to {successor}.";
        }

        if (outlook.Number is { } number)
        {
            yield return $"Number {number} rests until {time.Date(outlook.RestsUntil)}. What clients text to it reaches you.";
        }

        if (outlook.WaitingConversations > 0)
        {
            yield return $"{Count(outlook.WaitingConversations, "conversation that waits", "conversations that wait")} for {first} {(outlook.WaitingConversations == 1 ? "comes" : "come")} to your inbox.";
        }
    }

    /// <summary>Why nothing was written, in one friendly sentence; null when it was.</summary>
    public static string? Of(SitterRecording recording, OrganizationTime time) => recording switch
    {
        SitterRecording.Recorded => null,
        SitterRecording.NotFound => "This sitter is no longer here.",
        SitterRecording.EmailTaken => "Somebody already has that e-mail address.",
        SitterRecording.Refused refused => string.Join(' ', refused.Reasons),
        SitterRecording.PhoneIsOurs => "That is a number of a business. Put in their own phone.",
        SitterRecording.PhoneIsAClients => "That is a client's phone. Put in their own phone.",
        SitterRecording.HasAccount => "They sign in already. Only they can change their password.",
        SitterRecording.NumberRefused refused => NumberWords.Of(refused.Objection, time),
        _ => throw new UnreachableException(),
    };

    /// <summary>Why nothing changed; null when it did.</summary>
    public static string? Of(StandingChange change) => change switch
    {
        StandingChange.Changed => null,
        StandingChange.NotFound => "This sitter is no longer here.",
        StandingChange.Offboarded => "This sitter has left already.",
        StandingChange.NotOffboarded => "This sitter has not left.",
        StandingChange.SuccessorUnavailable => "Whoever takes over cannot do so just now. Pick somebody else.",
        _ => throw new UnreachableException(),
    };

    private static string Count(int count, string one, string many) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";
}
