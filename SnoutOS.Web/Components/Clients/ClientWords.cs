using System.Diagnostics;
using System.Globalization;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Clients;

/// <summary>How clients and what becomes of them are spoken of.</summary>
public static class ClientWords
{
    private const int Tones = 6;

    /// <summary>The first letter of a name; a mark for names that begin with none, or stand in for one.</summary>
    public static string Initial(string name)
    {
        var first = StringInfo.GetNextTextElement(name.TrimStart());
        return first.Length > 0 && char.IsLetter(first, 0) && !IsStandIn(name) ? first.ToUpperInvariant() : "#";
    }

    public static int Tone(Guid clientId) => clientId.ToByteArray()[^1] % Tones;

    /// <summary>A name that was made from a phone, because nobody has said what the sender is called.</summary>
    public static bool IsStandIn(string name) => name.StartsWith("Unknown ", StringComparison.Ordinal) && name.Any(char.IsDigit);

    public static string Class(ClientClassification classification) => classification switch
    {
        ClientClassification.Recurring => "Recurring",
        ClientClassification.OneTime => "One-time",
        ClientClassification.Contact => "New contact",
        ClientClassification.Spam => "Spam",
        ClientClassification.Service => "Service sender",
        ClientClassification.Staff => "Your team",
    };

    public static string Tint(ClientClassification classification) => classification switch
    {
        ClientClassification.Recurring => "good",
        ClientClassification.Contact => "warm",
        ClientClassification.Spam => "danger",
        ClientClassification.OneTime or ClientClassification.Service or ClientClassification.Staff => "",
    };

    /// <summary>"•••• 1234", or "•••• 1234 +2" for somebody with three.</summary>
    public static string Phones(IReadOnlyList<PhoneNumber> phones) => phones switch
    {
        [] => "No phone",
        [var only] => only.ToString(),
        [var first, ..] => string.Create(CultureInfo.InvariantCulture, $"{first} +{phones.Count - 1}"),
    };

    /// <summary>What tells one from another: "Biscuit · •••• 1234".</summary>
    public static string Describe(ClientListing client) =>
        client.Pets.Length > 0 ? $"{client.Pets} · {Phones(client.Phones)}"
        : client.Classification == ClientClassification.Contact ? $"New contact · {Phones(client.Phones)}"
        : Phones(client.Phones);

    /// <summary>Told to those who do not see the list grow shorter.</summary>
    public static string Found(int count, bool hasMore) =>
        hasMore ? string.Create(CultureInfo.InvariantCulture, $"More than {count} found.") : $"{Count(count, "match", "matches")} found.";

    public static string Conversation(ClientConversation conversation) => conversation.NumberClass switch
    {
        NumberClass.FrontDesk => $"Front desk {conversation.Number}",
        NumberClass.Sitter => conversation.SitterName is { } name ? $"{PersonName.FirstOf(name)}'s number {conversation.Number}" : $"Sitter's number {conversation.Number}",
        NumberClass.Pool => $"Pool number {conversation.Number}",
    };

    public static string Visit(ComingVisit visit, OrganizationTime time, DateTimeOffset now)
    {
        var who = visit.SitterName is { } name ? $"with {PersonName.FirstOf(name)}" : "without a sitter";
        var when = visit.StartsAt <= now ? "now" : time.Ahead(visit.StartsAt);
        return $"{Capital(visit.ServiceName)} {when}, {who}";
    }

    /// <summary>What is wrong with a phone that is somebody else's.</summary>
    public static string Taken(PhoneHolder holder) => holder.Kind switch
    {
        ClientKind.Client => $"This phone is on {holder.Name}'s card.",
        ClientKind.Contact or ClientKind.Spam => $"This phone has written to you before, as “{holder.Name}”.",
        ClientKind.Staff or ClientKind.Service => "This phone belongs to somebody of your team.",
    };

    /// <summary>Why nothing was written, where it concerns no field; null when it was, or a field says why.</summary>
    public static string? Of(ClientRecording recording) => recording switch
    {
        ClientRecording.Recorded or ClientRecording.PhoneTaken or ClientRecording.PhoneIsOurs => null,
        ClientRecording.NotFound => "This client is no longer here.",
        ClientRecording.NotAClient => "A service or a member of your team has no card.",
        ClientRecording.MergedAway => "This card was merged into another one. Make the change there.",
        ClientRecording.PhoneInUse => "A message to a phone that you took off is still on its way. Save again once it has arrived.",
        _ => throw new UnreachableException(),
    };

    public static string? Of(ClientCareResult result) => result switch
    {
        ClientCareResult.Done => null,
        ClientCareResult.NotFound => "The client or the phone is no longer here.",
        ClientCareResult.NotAClient => "A service or a member of your team has no card.",
    };

    public static string? Of(MergeResult result) => result switch
    {
        MergeResult.Done => null,
        MergeResult.NotFound => "One of the two cards is no longer here.",
        MergeResult.NotMergeable => "These two cannot be merged.",
        MergeResult.AlreadyMerged => "One of the two was merged meanwhile.",
        MergeResult.TooLate => "A merge can be undone for 30 days. They are over.",
        MergeResult.SurvivorMerged => "The card that this one went into was merged itself. Take that back first.",
    };

    /// <summary>What a merge does, one sentence for each thing that moves or stays.</summary>
    public static IEnumerable<string> Consequences(MergeOutlook outlook)
    {
        var survivor = outlook.SurvivorName;
        if (outlook.Phones.Count > 0)
        {
            yield return $"{(outlook.Phones.Count == 1 ? "Phone" : "Phones")} {string.Join(", ", outlook.Phones)} {(outlook.Phones.Count == 1 ? "moves" : "move")} to {survivor}. What is texted from there is theirs from now on.";
        }

        if (outlook.Bookings > 0)
        {
            yield return $"{Count(outlook.Bookings, "booking moves", "bookings move")} with all visits.";
        }

        if (outlook.PoolNumber is { } number)
        {
            yield return outlook.KeepsPoolNumber ? $"Pool number {number} becomes {survivor}'s." : $"Pool number {number} is given up: {survivor} has one already.";
        }

        if (outlook.Conversations > 0)
        {
            yield return $"{Count(outlook.Conversations, "conversation stays as an earlier one", "conversations stay as earlier ones")}, to be read. No message moves.";
        }

        if (outlook.OtherPhones > 0)
        {
            yield return "Vet and emergency phones stay on the old card.";
        }

        yield return "You can undo this for 30 days.";
    }

    /// <summary>What moving a phone means.</summary>
    public static IEnumerable<string> Moving(ClientSummary from, ClientListing to)
    {
        yield return $"What is texted from it is {to.Name}'s from now on. Earlier messages stay where they are.";
        if (from.Phones.Count == 1)
        {
            yield return $"{from.Name} has no other phone, so nobody can text them until you add one. Are they one person? Then merge the cards instead.";
        }
    }

    public static string Count(int count, string one, string many) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    private static string Capital(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
