using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Organizations;

/// <summary>The business's sitters and their cards.</summary>
public sealed class SitterBook(SnoutDb database, Writer writer, NumberDirectory numbers, TimeProvider clock)
{
    /// <summary>Sitters by name, after one of them. Null when there is no such sitter to go on from.</summary>
    public async Task<Slice<SitterListing>?> ListAsync(Actor reader, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var sitters = db.Sitters.AsQueryable();
        if (after is { } id)
        {
            var name = await db.Sitters.Where(sitter => sitter.Id == id).Select(sitter => sitter.Name).FirstOrDefaultAsync(cancellationToken);
            if (name is null)
            {
                return null;
            }

            sitters = sitters.Where(sitter => sitter.Name.CompareTo(name) > 0 || (sitter.Name == name && sitter.Id.CompareTo(id) > 0));
        }

        var rows = await sitters.OrderBy(sitter => sitter.Name).ThenBy(sitter => sitter.Id).Take(limit + 1)
            .Listings(db, clock.GetUtcNow()).ToListAsync(cancellationToken);
        return rows.Cut(limit);
    }

    /// <summary>Null when the organization has no such sitter.</summary>
    public async Task<SitterListing?> FindAsync(Actor reader, Guid sitterId, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await db.Sitters.Where(sitter => sitter.Id == sitterId).Listings(db, clock.GetUtcNow()).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The card with the whole personal phone, which is audited. Null when the organization has no such sitter.</summary>
    public Task<SitterCard?> RevealAsync(Actor reader, Guid sitterId, CancellationToken cancellationToken) =>
        writer.CommitAsync(reader.OrganizationId, async db =>
        {
            var sitter = await db.Sitters.FirstOrDefaultAsync(row => row.Id == sitterId, cancellationToken);
            if (sitter is null)
            {
                return null;
            }

            var listing = await db.Sitters.Where(row => row.Id == sitterId).Listings(db, clock.GetUtcNow()).FirstAsync(cancellationToken);
            var person = await db.PersonAsync(sitter, cancellationToken);
            await AuditAsync(db, reader, "sitter.number_revealed", sitterId, cancellationToken);
            return new SitterCard(listing, person?.PersonalPhone);
        }, cancellationToken);

    /// <summary>
    /// Takes on a sitter. The person is stored from the first day, which keeps their address and phone; the sitter
    /// signs in as them once there is a password.
    /// </summary>
    public Task<SitterRecording> HireAsync(Actor actor, NewSitter entry, User person, CancellationToken cancellationToken) =>
        writer.CommitAsync<SitterRecording>(actor.OrganizationId, async db =>
        {
            var now = clock.GetUtcNow();
            var sitter = new Sitter
            {
                OrganizationId = actor.OrganizationId,
                Id = Guid.CreateVersion7(now),
                UserId = person.PasswordHash is null ? null : person.Id,
                Name = person.Name,
                Email = person.Email ?? "",
                CreatedAt = now,
            };
            var number = entry.NumberId is { } id ? await db.Numbers.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) : null;
            if (entry.NumberId is not null && await NumberMoves.ObjectionToHireAsync(db, number, sitter.Id, now, cancellationToken) is { } objection)
            {
                return new SitterRecording.NumberRefused(objection);
            }

            if (await ObjectionAsync(entry.Phone, cancellationToken) is { } refused)
            {
                return refused;
            }

            person.PersonalPhone = entry.Phone;
            db.AddRange(person, sitter);
            await AuditAsync(db, actor, "sitter.hired", sitter.Id, cancellationToken);
            if (number is not null)
            {
                number.Become(NumberClass.Sitter, sitter.Id);
                await AuditLog.AppendAsync(db, AuditAct.By(actor, "number.reclassified", $"number {number.Id}", TagWords.Of(NumberClass.Sitter)), now, cancellationToken);
            }

            return new SitterRecording.Recorded(sitter.Id);
        }, cancellationToken);

    /// <summary>Writes name and phone anew, and lets a sitter sign in who could not.</summary>
    /// <param name="passwordHash">The password they sign in with from now on; null leaves that as it is.</param>
    public Task<SitterRecording> ChangeAsync(
        Actor actor, Guid sitterId, string name, PhoneNumber? phone, string? passwordHash, CancellationToken cancellationToken) =>
        writer.CommitAsync<SitterRecording>(actor.OrganizationId, async db =>
        {
            var sitter = await db.Sitters.FirstOrDefaultAsync(row => row.Id == sitterId, cancellationToken);
            if (sitter is null || await db.PersonAsync(sitter, cancellationToken) is not { } person)
            {
                return new SitterRecording.NotFound();
            }

            if (passwordHash is not null && sitter.UserId is not null)
            {
                return new SitterRecording.HasAccount();
            }

            if (phone != person.PersonalPhone && await ObjectionAsync(phone, cancellationToken) is { } refused)
            {
                return refused;
            }

            (sitter.Name, person.Name, person.PersonalPhone) = (name, name, phone);
            if (passwordHash is not null)
            {
                (person.PasswordHash, sitter.UserId) = (passwordHash, person.Id);
            }

            await AuditAsync(db, actor, "sitter.changed", sitterId, cancellationToken);
            return new SitterRecording.Recorded(sitterId);
        }, cancellationToken);

    private async Task<SitterRecording?> ObjectionAsync(PhoneNumber? phone, CancellationToken cancellationToken) =>
        phone is not { } theirs ? null
        : await numbers.IsOursAsync(theirs, cancellationToken) ? new SitterRecording.PhoneIsOurs()
        : await numbers.IsAClientsAsync(theirs, cancellationToken) ? new SitterRecording.PhoneIsAClients()
        : null;

    private Task AuditAsync(SnoutDbContext db, Actor actor, string action, Guid sitterId, CancellationToken cancellationToken) =>
        AuditLog.AppendAsync(db, AuditAct.By(actor, action, $"sitter {sitterId}"), clock.GetUtcNow(), cancellationToken);
}
