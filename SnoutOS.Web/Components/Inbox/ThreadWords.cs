using System.Globalization;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;

namespace SnoutOS.Web.Components.Inbox;

/// <summary>How a conversation is named and colored, in the list and above the messages.</summary>
public static class ThreadWords
{
    private const int Tones = 6;
    private const string Unshown = "••••";

    /// <summary>"Front desk", "Sitter · Ana" or "Pool", with the short number.</summary>
    public static string NumberLabel(ThreadSummary thread) => $"{ClassLabel(thread)} {thread.Number}";

    public static string ClassLabel(ThreadSummary thread) => thread.NumberClass switch
    {
        NumberClass.FrontDesk => "Front desk",
        NumberClass.Sitter => thread.SitterName is { } name ? $"Sitter · {PersonName.FirstOf(name)}" : "Sitter",
        NumberClass.Pool => "Pool",
    };

    public static string NumberStyle(ThreadSummary thread) => thread.NumberClass switch
    {
        NumberClass.FrontDesk => "front-desk",
        NumberClass.Sitter => "sitter",
        NumberClass.Pool => "pool",
    };

    /// <summary>What a sender is who is no client; null for clients.</summary>
    public static string? KindLabel(ThreadSummary thread) => thread.ClientKind switch
    {
        ClientKind.Client => null,
        ClientKind.Contact => "New contact",
        ClientKind.Spam => "Spam",
        ClientKind.Service => "Service sender",
        ClientKind.Staff => "Your team",
    };

    /// <summary>How loudly it calls for the owner, and in which tone; null when it does not.</summary>
    public static (string Words, string Tone)? Call(ThreadSummary thread) => thread switch
    {
        { MergedIntoId: not null } => ("Earlier", ""),
        { SnoozedUntil: not null } => ("Snoozed", ""),
        { HasOfficeNote: true } => ("Note for you", "danger"),
        { NeedsOwnerSince: not null, IsUrgent: true } => ("Urgent", "danger"),
        { NeedsOwnerSince: not null, Held: 0 } => ("Needs you", "warm"),
        _ => null,
    };

    /// <summary>The last message in one line; of what was masked or held back in it, that there was something.</summary>
    public static string Preview(ThreadSummary thread) => thread.LastMessagePreview.Replace(Masking.Mark, Unshown, StringComparison.Ordinal);

    /// <summary>The first letter of a name; a mark for names that begin with none.</summary>
    public static string Initial(ThreadSummary thread) => Initial(thread.ClientName);

    public static string Initial(string name)
    {
        var first = StringInfo.GetNextTextElement(name.TrimStart());
        return first.Length > 0 && char.IsLetter(first, 0) ? first.ToUpperInvariant() : "#";
    }

    /// <summary>One of the avatar's colors, the same for a client wherever it is shown.</summary>
    public static int Tone(ThreadSummary thread) => Tone(thread.ClientId);

    public static int Tone(Guid clientId) => clientId.ToByteArray()[^1] % Tones;
}
