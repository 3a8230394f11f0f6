using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;

namespace SnoutOS.Domain.Notices;

/// <summary>What a business is called in its notices; without a front desk there is no number to name.</summary>
public sealed record NoticeNames(string Business, PhoneNumber? FrontDesk)
{
    /// <summary>Whole, because whoever reads it is to write there.</summary>
    public string FrontDeskInWords => FrontDesk is { } number ? PhoneNumberReader.Whole(number) : "our main number";

    public static async Task<NoticeNames> OfAsync(SnoutDbContext db, CancellationToken cancellationToken)
    {
        var business = await db.Organizations.Select(row => row.Name).FirstAsync(cancellationToken);
        var frontDesk = await db.Numbers.FrontDesk()
            .Select(number => (PhoneNumber?)number.Phone)
            .FirstOrDefaultAsync(cancellationToken);
        return new NoticeNames(business, frontDesk);
    }
}

/// <summary>Why a business's own words for a notice are not taken.</summary>
public enum NoticeObjectionToText
{
    /// <summary>Something in braces that is neither the business nor the front desk.</summary>
    UnknownPlaceholder,
    TooLong,

    /// <summary>Whoever gets it must be told who is writing.</summary>
    BusinessMissing,

    /// <summary>Whoever texts a number that is not theirs must be told where to write.</summary>
    FrontDeskMissing,

    /// <summary>Callers always hear something.</summary>
    AlwaysOn,
}

/// <summary>The usual words of each notice, and how the business's name and number get into them.</summary>
public static partial class NoticeWords
{
    public const string Business = "{business}";
    public const string FrontDesk = "{frontDesk}";

    public static string Usual(NoticeKind kind) => kind switch
    {
        NoticeKind.PoolMismatch => "This is {business}. This number is not in use for you right now. Please text our front desk at {frontDesk} and we will take it from there.",
        NoticeKind.AfterHours => "Thanks for texting {business}. Our office is closed right now; we will answer as soon as we are back.",
        NoticeKind.ClientBlocked => "{business}: we could not pass on your last message the way it was written. Our front desk has it and will get back to you.",
        NoticeKind.VoiceAnswer => "You have reached {business}. This number takes text messages only. Please hang up and send us a text. Goodbye.",
    };

    public static string Fill(string text, NoticeNames names) => Placeholder().Replace(text, found => found.Value switch
    {
        Business => names.Business,
        FrontDesk => names.FrontDeskInWords,
        var other => other,
    });

    /// <summary>What is wrong with a text, judged by what would be sent; null when it may be used.</summary>
    public static NoticeObjectionToText? Objection(NoticeKind kind, string text, NoticeNames names)
    {
        var sent = Fill(text, names);
        if (Placeholder().Matches(text).Any(found => found.Value is not (Business or FrontDesk)))
        {
            return NoticeObjectionToText.UnknownPlaceholder;
        }

        if (text.Length > MessageSender.MaxBodyLength || sent.Length > MessageSender.MaxBodyLength)
        {
            return NoticeObjectionToText.TooLong;
        }

        if (!sent.Contains(names.Business, StringComparison.OrdinalIgnoreCase))
        {
            return NoticeObjectionToText.BusinessMissing;
        }

        return kind == NoticeKind.PoolMismatch && !Names(sent, names.FrontDesk) ? NoticeObjectionToText.FrontDeskMissing : null;
    }

    // However the number is written, its last seven digits are in it.
    private static bool Names(string sent, PhoneNumber? frontDesk) =>
        frontDesk is not { } number || string.Concat(sent.Where(char.IsAsciiDigit)).Contains(number.E164[^7..], StringComparison.Ordinal);

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
