using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Api;

/// <summary>A client's card as callers write it. Numbers are read the way a person writes them.</summary>
/// <param name="Phones">The client's own, at least one; the first is the one the business writes to first.</param>
/// <param name="Recurring">The owner's word; left out, the bookings tell.</param>
public sealed record ClientRequest(
    [StringLength(ClientRequest.LongestText)] string? Name,
    [MaxLength(ClientRequest.MostPhones)] IReadOnlyList<string?>? Phones,
    bool? Recurring,
    [MaxLength(ClientRequest.MostPhones)] IReadOnlyList<string?>? VetPhones,
    [MaxLength(ClientRequest.MostPhones)] IReadOnlyList<string?>? EmergencyPhones,
    [StringLength(ClientRequest.LongestText)] string? Pets)
{
    private const int LongestText = 200;
    private const int MostPhones = 20;

    public bool TryRead([NotNullWhen(true)] out ClientEntry? entry, [NotNullWhen(false)] out ObjectResult? refusal)
    {
        refusal = string.IsNullOrWhiteSpace(Name) ? Problems.Invalid("A client needs a name.")
            : Phones is null or [] ? Problems.Invalid("A client needs at least one phone.")
            : null;
        var phones = Read(Phones, "phones", ref refusal);
        var vetPhones = Read(VetPhones, "vetPhones", ref refusal);
        var emergencyPhones = Read(EmergencyPhones, "emergencyPhones", ref refusal);
        entry = refusal is null
            ? new ClientEntry(Name!.Trim(), phones, Recurring, Pets?.Trim() ?? "", vetPhones, emergencyPhones)
            : null;
        return entry is not null;
    }

    /// <summary>Reads one list; the first fault found in any of them is the one that is told.</summary>
    private static List<PhoneNumber> Read(IReadOnlyList<string?>? texts, string field, ref ObjectResult? refusal)
    {
        var phones = new List<PhoneNumber>();
        for (var index = 0; index < (texts?.Count ?? 0); index++)
        {
            if (PhoneNumberReader.TryRead(texts![index], out var phone))
            {
                phones.Add(phone.Value);
            }
            else
            {
                refusal ??= Problems.InvalidPhone(field, index);
            }
        }

        return phones;
    }
}
