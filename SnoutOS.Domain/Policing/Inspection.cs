using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Policing;

/// <summary>A finding with what the rules do about it. <paramref name="Attachment"/> is null for the text.</summary>
public readonly record struct JudgedFinding(Finding Finding, PoachingAction Action, int? Attachment = null);

/// <summary>What the police made of one message.</summary>
public sealed record Inspection(IReadOnlyList<JudgedFinding> Findings)
{
    public static Inspection Clean { get; } = new([]);

    /// <summary>The strictest thing that any finding asks for.</summary>
    public PoachingAction Action => Findings.Count == 0 ? PoachingAction.Off : Findings.Max(found => found.Action);

    public bool IsBlocked => Action == PoachingAction.Block;

    /// <summary>The types, in order and once each: what audits and violations say of a message.</summary>
    public string Types => string.Join(' ', Findings.Where(found => found.Action != PoachingAction.Off)
        .Select(found => found.Finding.Type).Distinct().Order().Select(TagWords.Of));

    /// <summary>The same where nothing stricter can be done any more.</summary>
    public Inspection AtMost(PoachingAction action) =>
        new([.. Findings.Select(found => found with { Action = found.Action > action ? action : found.Action })]);

    /// <summary>Stores what was found, and the text without what is masked or held back for it: what others see, and what lists show.</summary>
    public void Keep(SnoutDbContext db, Message message)
    {
        message.MaskedBody = Masking.Of(message.Body, Add(db, message, from: 0));
    }

    /// <summary>The same of a client's message; it is counted and flagged only where a sitter was to get it.</summary>
    public void KeepInbound(SnoutDbContext db, MessageThread thread, Message message, bool isForSitter)
    {
        Keep(db, message);
        if (isForSitter && ViolationOf(message, thread.ClientId, sitterId: null) is { } violation)
        {
            db.Violations.Add(violation);
            thread.IsFlagged = true;
        }
    }

    /// <summary>Stores what was found beside what is there already.</summary>
    internal List<MessageFinding> Add(SnoutDbContext db, Message message, int from)
    {
        var rows = Findings.Select((found, position) => new MessageFinding
        {
            OrganizationId = message.OrganizationId,
            MessageId = message.Id,
            Position = from + position,
            Type = found.Finding.Type,
            Attachment = found.Attachment,
            Start = found.Attachment is null ? found.Finding.Start : 0,
            Length = found.Attachment is null ? found.Finding.Length : 0,
            Confidence = found.Finding.Confidence,
            Rule = found.Finding.Rule,
            AcrossMessages = found.Finding.AcrossMessages,
            Action = found.Action,
        }).ToList();
        db.MessageFindings.AddRange(rows);
        return rows;
    }

    /// <summary>The row by which the message is counted; null when nothing was done about anything.</summary>
    public Violation? ViolationOf(Message message, Guid clientId, Guid? sitterId, Guid? strikeId = null) => Action == PoachingAction.Off ? null : new Violation
    {
        OrganizationId = message.OrganizationId,
        MessageId = message.Id,
        ThreadId = message.ThreadId,
        ClientId = clientId,
        SitterId = sitterId,
        Action = Action,
        Types = Types,
        At = message.CreatedAt,
        StrikeId = strikeId,
    };
}
