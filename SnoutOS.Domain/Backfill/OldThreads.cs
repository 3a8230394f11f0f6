using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Backfill;

/// <summary>
/// Brings conversations of an older system in: each gets its number and with it its class. The whole file is looked at
/// before anything is written; then each conversation is one transaction, and doing it again adds nothing.
/// </summary>
public sealed class OldThreads(SnoutDb database, Writer writer, TimeProvider clock)
{
    public async Task<BackfillVerdict> BringInAsync(TextReader file, CancellationToken cancellationToken)
    {
        var reader = new OldThreadReader(clock.GetUtcNow());
        var threads = await reader.ReadAsync(file, cancellationToken);
        List<LineFault> faults = [.. reader.Faults, .. await FaultsOfAsync(threads, cancellationToken)];
        if (faults.Count > 0)
        {
            return new BackfillVerdict.Refused([.. faults.OrderBy(fault => fault.Line)]);
        }

        var done = new BackfillVerdict.Done(0, 0, 0);
        foreach (var thread in threads)
        {
            var one = await writer.CommitAsync(thread.OrganizationId, db => WriteAsync(db, thread, cancellationToken), cancellationToken);
            done = new BackfillVerdict.Done(done.Threads + one.Threads, done.Messages + one.Messages, done.KnownMessages + one.KnownMessages);
        }

        return done;
    }

    private async Task<List<LineFault>> FaultsOfAsync(IReadOnlyList<OldThread> threads, CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        var organizations = await db.AllOrganizations().Select(row => row.Id).ToHashSetAsync(cancellationToken);
        var numbers = await db.AllNumbers().Select(row => new { row.Phone, row.OrganizationId }).ToDictionaryAsync(row => row.Phone, row => row.OrganizationId, cancellationToken);
        var faults = new List<LineFault>();
        foreach (var thread in threads)
        {
            if (!organizations.Contains(thread.OrganizationId))
            {
                faults.Add(new LineFault(thread.Line, "org", "There is no such business."));
                continue;
            }

            if (numbers.ContainsKey(thread.ClientPhone))
            {
                faults.Add(new LineFault(thread.Line, "clientPhone", "This is a number of the installation, not a client's."));
            }

            if (thread.Number is { } number && (!numbers.TryGetValue(number, out var owner) || owner != thread.OrganizationId))
            {
                faults.Add(new LineFault(thread.Line, "number", "The business has no such number. Add it first, or leave it to the front desk with null."));
            }

            faults.AddRange(await ForeignIdsAsync(db, thread, cancellationToken));
        }

        return faults;
    }

    /// <summary>A message of the provider belongs to one business; an id that another one has is a mix-up.</summary>
    private static async Task<List<LineFault>> ForeignIdsAsync(SnoutDbContext db, OldThread thread, CancellationToken cancellationToken)
    {
        var ids = thread.Messages.Where(message => message.ProviderId is not null).Select(message => message.ProviderId).ToList();
        var foreign = await db.AllMessages()
            .Where(row => row.OrganizationId != thread.OrganizationId && ids.Contains(row.ProviderSid))
            .Select(row => row.ProviderSid).ToListAsync(cancellationToken);
        return
        [
            .. thread.Messages.Index().Where(entry => foreign.Contains(entry.Item.ProviderId) && entry.Item.ProviderId is not null)
                .Select(entry => new LineFault(thread.Line, $"messages[{entry.Index}].providerId", "Another business has this message.")),
        ];
    }

    private async Task<BackfillVerdict.Done> WriteAsync(SnoutDbContext db, OldThread old, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var number = old.Number is { } told
            ? await db.Numbers.FirstAsync(row => row.Phone == told, cancellationToken)
            : await db.Numbers.FrontDesk().FirstAsync(cancellationToken);
        var news = await OldMessageKeys.NewOnesAsync(db, old, cancellationToken);
        var known = old.Messages.Count - news.Count;
        if (news.Count == 0 && known > 0)
        {
            return new BackfillVerdict.Done(0, 0, known);
        }

        var sender = await SenderLookup.FindAsync(db, old.ClientPhone.E164, fromIsOurs: false, number.Id, cancellationToken);
        var client = SenderLookup.ClientOf(db, sender, old.ClientPhone.E164, now);
        var thread = await db.Threads.OfAsync(db, client.Id, number.Id, news.Count > 0 ? news[0].Message.At : now, cancellationToken);
        var isNew = db.Entry(thread).State == EntityState.Added;
        await new OldMessages(db, number, client, old.ClientPhone).AddAsync(thread, news, now, cancellationToken);
        if (isNew || news.Count > 0)
        {
            await AuditLog.AppendAsync(db, AuditAct.ByOperator("thread.brought_in", $"thread {thread.Id}"), now, cancellationToken);
            db.Announce(thread.Id);
        }

        return new BackfillVerdict.Done(isNew ? 1 : 0, news.Count, known);
    }
}
