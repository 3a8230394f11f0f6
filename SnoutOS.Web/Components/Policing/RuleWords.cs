using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Components.Policing;

/// <summary>The rules in an owner's words.</summary>
public static class RuleWords
{
    public static string Title(FindingType type) => type switch
    {
        FindingType.PhoneNumber => "Phone numbers",
        FindingType.Email => "E-mail addresses",
        FindingType.Url => "Websites and links",
        FindingType.SocialHandle => "Social and messenger accounts",
        FindingType.OffPlatformPayment => "Paying past the office",
        FindingType.Solicitation => "Booking past the office",
    };

    public static string Example(FindingType type) => type switch
    {
        FindingType.PhoneNumber => "my cell is 212-555-0142",
        FindingType.Email => "write to jane@example.com",
        FindingType.Url => "see janewalks.example",
        FindingType.SocialHandle => "text me on WhatsApp",
        FindingType.OffPlatformPayment => "just Venmo me",
        FindingType.Solicitation => "book with me directly",
    };

    public static string Way(Direction direction) => direction == Direction.Outbound ? "Sitter to client" : "Client to sitter";

    public static string Choice(PoachingAction action, Direction direction) => (action, direction) switch
    {
        (PoachingAction.Off, _) => "Let it through",
        (PoachingAction.Flag, _) => "Let it through, flag it for you",
        (PoachingAction.Mask, Direction.Outbound) => "Send it with that part hidden",
        (PoachingAction.Mask, _) => "Show it with that part hidden",
        (PoachingAction.Block, Direction.Outbound) => "Hold it back",
        (PoachingAction.Block, _) => "Hold it for the office",
    };

    /// <summary>What was done about a message, in a word or two.</summary>
    public static string Done(PoachingAction action) => action switch
    {
        PoachingAction.Off => "passes",
        PoachingAction.Flag => "flagged",
        PoachingAction.Mask => "part hidden",
        PoachingAction.Block => "held back",
    };

    public static string Tone(PoachingAction action) => action switch
    {
        PoachingAction.Off => "good",
        PoachingAction.Flag or PoachingAction.Mask => "warm",
        PoachingAction.Block => "danger",
    };

    public static string Name(Sensitivity sensitivity) => sensitivity.ToString();

    public static string About(Sensitivity sensitivity) => sensitivity switch
    {
        Sensitivity.Relaxed => "Acts only on what is all but certain, and says nothing about the rest.",
        Sensitivity.Balanced => "Acts on what is likely, and flags what is doubtful for you to look at.",
        Sensitivity.Strict => "Acts on the doubtful, too: you will decide about more honest messages.",
    };

    public static string Title(WhatIfChange change) => change switch
    {
        WhatIfChange.Blocked => "Newly held back",
        WhatIfChange.Masked => "Newly with a part hidden",
        WhatIfChange.Flagged => "Newly flagged",
        WhatIfChange.LetThrough => "Newly let through",
    };

    public static string Tone(WhatIfChange change) => change switch
    {
        WhatIfChange.Blocked => "danger",
        WhatIfChange.Masked or WhatIfChange.Flagged => "warm",
        WhatIfChange.LetThrough => "good",
    };

    /// <summary>What becomes of a message by rules that are only tried.</summary>
    public static string Verdict(Trial trial, Direction direction) => (trial.Action, direction) switch
    {
        (PoachingAction.Block, Direction.Outbound) => "Held back: the client does not get it, and you decide what becomes of it.",
        (PoachingAction.Block, _) => "Held for the office: the sitter does not see it until you decide.",
        (PoachingAction.Mask, Direction.Outbound) => $"Delivered; in place of what is marked the client reads {Masking.Mark}.",
        (PoachingAction.Mask, _) => $"Delivered at once; in place of what is marked the sitter reads {Masking.Mark}.",
        (PoachingAction.Flag, _) => "Delivered as it is, and flagged for you.",
        (PoachingAction.Off, _) when trial.Findings.Count > 0 => "Delivered as it is: these rules do nothing about what is marked.",
        (PoachingAction.Off, _) when trial.IsAllowed => "Delivered as it is: what it names is yours or on your allow-list.",
        (PoachingAction.Off, _) => "Delivered as it is: nothing was found in it.",
    };
}
