using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Api;

/// <summary>A client's card with whole phone numbers, in E.164.</summary>
/// <param name="Recurring">The owner's word; null leaves it to the bookings.</param>
public sealed record ClientCardAnswer(
    Guid Id,
    string Name,
    string Pets,
    ClientClassification Classification,
    bool? Recurring,
    bool OptedOut,
    IReadOnlyList<string> Phones,
    IReadOnlyList<string> VetPhones,
    IReadOnlyList<string> EmergencyPhones)
{
    public static ClientCardAnswer Of(ClientCard card) => new(
        card.Client.Id,
        card.Client.Name,
        card.Entry.Pets,
        card.Client.Classification,
        card.Entry.Recurring,
        card.Client.OptedOut,
        Whole(card.Entry.Phones),
        Whole(card.Entry.VetPhones),
        Whole(card.Entry.EmergencyPhones));

    private static List<string> Whole(IEnumerable<PhoneNumber> phones) => [.. phones.Select(phone => phone.E164)];
}
