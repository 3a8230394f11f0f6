using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Notices;

/// <summary>A notice as a business has it: its words, and exactly what would be sent at this moment.</summary>
/// <param name="IsUsual">Whether these are the usual words.</param>
/// <param name="Segments">How many SMS segments the preview takes; 0 for what is spoken.</param>
public sealed record NoticeSetting(NoticeKind Kind, string Text, bool IsUsual, bool IsOn, string Preview, int Segments);

/// <summary>What became of new words for a notice. The cases are closed.</summary>
public abstract record NoticeChange
{
    private NoticeChange()
    {
    }

    public sealed record Changed(NoticeSetting Notice) : NoticeChange;

    public sealed record Refused(NoticeObjectionToText Why) : NoticeChange;
}

/// <summary>The words that a business answers with by itself.</summary>
public sealed class NoticeTexts(SnoutDb database, Writer writer, TimeProvider clock)
{
    /// <summary>Every notice, in the order of their kinds.</summary>
    public async Task<IReadOnlyList<NoticeSetting>> ListAsync(Actor reader, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var names = await NoticeNames.OfAsync(db, cancellationToken);
        var own = await db.NoticeTexts.AsNoTracking().ToDictionaryAsync(row => row.Kind, cancellationToken);
        return [.. Enum.GetValues<NoticeKind>().Select(kind => SettingOf(kind, own.GetValueOrDefault(kind), names))];
    }

    /// <summary>What the business is called in a preview of words that are not kept yet.</summary>
    public async Task<NoticeNames> NamesAsync(Actor reader, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await NoticeNames.OfAsync(db, cancellationToken);
    }

    /// <summary>Keeps a business's words and whether the notice is sent at all. No words mean the usual ones.</summary>
    public Task<NoticeChange> ChangeAsync(Actor actor, NoticeKind kind, string? text, bool isOn, CancellationToken cancellationToken) =>
        writer.CommitAsync<NoticeChange>(actor.OrganizationId, async db =>
        {
            var names = await NoticeNames.OfAsync(db, cancellationToken);
            var words = text?.Trim() is { Length: > 0 } own && own != NoticeWords.Usual(kind) ? own : "";
            var objection = kind == NoticeKind.VoiceAnswer && !isOn
                ? NoticeObjectionToText.AlwaysOn
                : words.Length > 0 ? NoticeWords.Objection(kind, words, names) : null;
            if (objection is { } why)
            {
                return new NoticeChange.Refused(why);
            }

            var row = await db.NoticeTexts.FirstOrDefaultAsync(notice => notice.Kind == kind, cancellationToken)
                ?? db.NoticeTexts.Add(new NoticeText { OrganizationId = actor.OrganizationId, Kind = kind }).Entity;
            (row.Body, row.IsOn) = (words, isOn);
            var act = AuditAct.By(actor, "notice.changed", $"notice {TagWords.Of(kind)}", isOn ? "on" : "off");
            await AuditLog.AppendAsync(db, act, clock.GetUtcNow(), cancellationToken);
            return new NoticeChange.Changed(SettingOf(kind, row, names));
        }, cancellationToken);

    /// <summary>What a caller of one of the business's numbers hears.</summary>
    public async Task<string> SpokenAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(organizationId);
        return (await SettingOfAsync(db, NoticeKind.VoiceAnswer, cancellationToken)).Preview;
    }

    internal static async Task<NoticeSetting> SettingOfAsync(SnoutDbContext db, NoticeKind kind, CancellationToken cancellationToken) => SettingOf(
        kind,
        await db.NoticeTexts.AsNoTracking().FirstOrDefaultAsync(row => row.Kind == kind, cancellationToken),
        await NoticeNames.OfAsync(db, cancellationToken));

    private static NoticeSetting SettingOf(NoticeKind kind, NoticeText? own, NoticeNames names)
    {
        var text = own is { Body.Length: > 0 } ? own.Body : NoticeWords.Usual(kind);
        var preview = NoticeWords.Fill(text, names);
        return new NoticeSetting(
            kind, text, own is not { Body.Length: > 0 }, own?.IsOn ?? true, preview, kind == NoticeKind.VoiceAnswer ? 0 : SmsSegments.Count(preview));
    }
}
