using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Bookings;

/// <summary>Minutes before and after a visit in which its sitter may write, too.</summary>
public readonly record struct Buffers(int BeforeMinutes, int AfterMinutes)
{
    public static Buffers Usual { get; } = new(ServiceList.UsualBufferMinutes, ServiceList.UsualBufferMinutes);

    public bool AreSane => BeforeMinutes is >= 0 and <= ServiceList.LongestBufferMinutes && AfterMinutes is >= 0 and <= ServiceList.LongestBufferMinutes;
}

/// <summary>A window that a change of buffers moves.</summary>
public sealed record WindowShift(Guid VisitId, DateTimeOffset VisitStartsAt, string ClientName, string SitterName, WindowSpan From, WindowSpan To);

/// <summary>What became of adding or changing a service. The cases are closed.</summary>
public abstract record ServiceVerdict
{
    private ServiceVerdict()
    {
    }

    /// <summary>The service as it is now, or would be, and the windows that this moved, or would move.</summary>
    public sealed record Done(Service Service, IReadOnlyList<WindowShift> Shifts) : ServiceVerdict;

    public sealed record NotFound : ServiceVerdict;

    /// <summary>A service that reads alike is on the list.</summary>
    public sealed record NameTaken : ServiceVerdict;

    /// <summary>The name is empty, too long, or has no letter or digit.</summary>
    public sealed record BadName : ServiceVerdict;

    /// <summary>A buffer lasts from 0 to <see cref="ServiceList.LongestBufferMinutes"/> minutes.</summary>
    public sealed record BadBuffers : ServiceVerdict;
}

/// <summary>The services that the business offers, and their buffers.</summary>
public sealed class ServiceBook(SnoutDb database, Writer writer, TimeProvider clock)
{
    private const int LongestName = 60;
    private const int AtOnce = 200;

    public async Task<IReadOnlyList<Service>> ListAsync(Actor reader, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await db.Services.AsNoTracking().OrderBy(service => service.Name).ToListAsync(cancellationToken);
    }

    public Task<ServiceVerdict> AddAsync(Actor actor, string name, Buffers buffers, CancellationToken cancellationToken) =>
        writer.CommitAsync<ServiceVerdict>(actor.OrganizationId, async db =>
        {
            var code = ServiceList.CodeOf(name);
            if (code.Length == 0 || name.Trim().Length > LongestName)
            {
                return new ServiceVerdict.BadName();
            }

            if (!buffers.AreSane)
            {
                return new ServiceVerdict.BadBuffers();
            }

            if (await db.Services.AnyAsync(row => row.Code == code, cancellationToken))
            {
                return new ServiceVerdict.NameTaken();
            }

            var service = new Service { OrganizationId = actor.OrganizationId, Code = code, Name = name.Trim() };
            (service.PreBufferMinutes, service.PostBufferMinutes) = buffers;
            db.Services.Add(service);
            await AuditLog.AppendAsync(db, AuditAct.By(actor, "service.added", $"service {code}"), clock.GetUtcNow(), cancellationToken);
            return new ServiceVerdict.Done(service, []);
        }, cancellationToken);

    /// <summary>What a change of buffers would do to windows that have not ended, without doing it.</summary>
    public async Task<ServiceVerdict> PreviewAsync(Actor reader, string code, Buffers buffers, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var service = await db.Services.AsNoTracking().FirstOrDefaultAsync(row => row.Code == code, cancellationToken);
        if (Objection(service, buffers) is { } objection)
        {
            return objection;
        }

        (service!.PreBufferMinutes, service.PostBufferMinutes) = buffers;
        return new ServiceVerdict.Done(service, await ShiftsAsync(db, service, cancellationToken));
    }

    /// <summary>Changes the buffers, and with them every window that has not ended.</summary>
    public Task<ServiceVerdict> ChangeAsync(Actor actor, string code, Buffers buffers, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var now = clock.GetUtcNow();
            var service = await db.Services.FirstOrDefaultAsync(row => row.Code == code, cancellationToken);
            if (Objection(service, buffers) is { } objection)
            {
                return objection;
            }

            (service!.PreBufferMinutes, service.PostBufferMinutes) = buffers;
            var shifts = await ShiftsAsync(db, service, cancellationToken);
            var act = AuditAct.By(actor, "service.changed", $"service {code}", $"before {buffers.BeforeMinutes}, after {buffers.AfterMinutes}");
            await AuditLog.AppendAsync(db, act, now, cancellationToken);
            foreach (var some in shifts.Select(shift => shift.VisitId).Chunk(AtOnce))
            {
                var visits = await db.Visits.Where(visit => some.Contains(visit.Id)).ToListAsync(cancellationToken);
                await db.SettleAsync(service, visits, isProactive: false, now, cancellationToken);
            }

            return new ServiceVerdict.Done(service, shifts);
        }, cancellationToken);

    private static ServiceVerdict? Objection(Service? service, Buffers buffers) =>
        service is null ? new ServiceVerdict.NotFound()
        : buffers.AreSane ? null
        : new ServiceVerdict.BadBuffers();

    private async Task<IReadOnlyList<WindowShift>> ShiftsAsync(SnoutDbContext db, Service service, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await (
            from window in db.Windows.AsNoTracking().Where(row => row.CancelledAt == null && row.ClosesAt > now)
            join visit in db.Visits.AsNoTracking().Where(row => row.ServiceCode == service.Code) on window.VisitId equals visit.Id
            join client in db.Clients on window.ClientId equals client.Id
            join sitter in db.Sitters on window.SitterId equals sitter.Id
            orderby visit.StartsAt, visit.Id
            select new { window, visit, Client = client.Name, Sitter = sitter.Name })
            .ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               let wanted = WindowKeeper.WantedFor(row.visit, service, row.window, now)
               where wanted is not null && wanted != WindowSpan.Of(row.window)
               select new WindowShift(row.visit.Id, row.visit.StartsAt, row.Client, row.Sitter, WindowSpan.Of(row.window), wanted.Value),
        ];
    }
}
