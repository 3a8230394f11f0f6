using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Phones;

/// <summary>A number of ours and whose it is.</summary>
public sealed record NumberOwner(Guid OrganizationId, Guid Id, NumberClass Class, NumberStatus Status, Guid? SitterId);

/// <summary>The two ends of a text: whose number it went to, null for nobody's, and whether it came from one of ours.</summary>
public sealed record TextEnds(NumberOwner? To, bool FromIsOurs);

/// <summary>Finds the organization of a number: the only thing that decides whose a text is.</summary>
public sealed class NumberDirectory(SnoutDb database)
{
    /// <summary>Looks both ends of a text up at once.</summary>
    public async Task<TextEnds> FindAsync(string to, string from, CancellationToken cancellationToken)
    {
        PhoneNumber[] ends = [.. Parse(to), .. Parse(from)];
        await using var db = database.ForInstallation();
        var ours = await db.AllNumbers()
            .Where(number => ends.Contains(number.Phone))
            .Select(number => new
            {
                number.Phone,
                Owner = new NumberOwner(number.OrganizationId, number.Id, number.Class, number.Status, number.SitterId),
            })
            .ToListAsync(cancellationToken);
        return new TextEnds(
            ours.Find(row => row.Phone.E164 == to)?.Owner,
            ours.Exists(row => row.Phone.E164 == from));
    }

    public async Task<bool> IsOursAsync(PhoneNumber phone, CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        return await db.AllNumbers().AnyAsync(number => number.Phone == phone, cancellationToken);
    }

    /// <summary>Whether the phone is on a client's card as their own, in any organization.</summary>
    public async Task<bool> IsAClientsAsync(PhoneNumber phone, CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        return await db.AllClientPhones()
            .AnyAsync(row => row.Phone == phone && row.Kind == Organizations.ClientPhoneKind.Own, cancellationToken);
    }

    private static PhoneNumber[] Parse(string address) => PhoneNumber.TryParse(address, out var phone) ? [phone] : [];
}
