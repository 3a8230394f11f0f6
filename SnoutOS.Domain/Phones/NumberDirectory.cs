using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Phones;

/// <summary>A number of ours and whose it is.</summary>
public sealed record NumberOwner(Guid OrganizationId, Guid Id, NumberClass Class, NumberStatus Status);

/// <summary>Finds the organization of a number: the only thing that decides whose a text is.</summary>
public sealed class NumberDirectory(SnoutDb database)
{
    /// <summary>Null when the address is no number of this installation.</summary>
    public async Task<NumberOwner?> FindAsync(string address, CancellationToken cancellationToken)
    {
        if (!PhoneNumber.TryParse(address, out var phone))
        {
            return null;
        }

        await using var db = database.ForInstallation();
        return await db.AllNumbers()
            .Where(number => number.Phone == phone)
            .Select(number => new NumberOwner(number.OrganizationId, number.Id, number.Class, number.Status))
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<bool> IsOursAsync(PhoneNumber phone, CancellationToken cancellationToken) =>
        await FindAsync(phone.E164, cancellationToken) is not null;

    /// <summary>Whether the phone is on a client's card as their own, in any organization.</summary>
    public async Task<bool> IsAClientsAsync(PhoneNumber phone, CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        return await db.AllClientPhones()
            .AnyAsync(row => row.Phone == phone && row.Kind == Organizations.ClientPhoneKind.Own, cancellationToken);
    }
}
