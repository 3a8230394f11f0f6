using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Consent;

internal static class ConsentQueries
{
    /// <summary>The clients of whom a phone of their own has opted out of the organization's texts.</summary>
    public static IQueryable<Guid> ClientsOptedOut(this SnoutDbContext db) =>
        from phone in db.ClientPhones
        join consent in db.PhoneConsents on phone.Phone equals consent.Phone
        where phone.Kind == ClientPhoneKind.Own && consent.OptedOut
        select phone.ClientId;
}
