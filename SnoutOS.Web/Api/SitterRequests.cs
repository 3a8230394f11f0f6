using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Api;

/// <summary>A sitter who is to be taken on.</summary>
/// <param name="Password">Makes an account to sign in with; left out, one can be made later.</param>
/// <param name="Phone">Their own phone: what it texts to the business is a staff message.</param>
/// <param name="NumberId">The number of the business that they get.</param>
public sealed record SitterRequest(
    [StringLength(SitterRequest.LongestText)] string? Name,
    [StringLength(SitterRequest.LongestText)] string? Email,
    string? Password,
    string? Phone,
    Guid? NumberId)
{
    internal const int LongestText = 200;

    public bool TryRead([NotNullWhen(true)] out NewSitter? entry, [NotNullWhen(false)] out ObjectResult? refusal)
    {
        refusal = string.IsNullOrWhiteSpace(Name) ? Problems.Invalid("A sitter needs a name.")
            : string.IsNullOrWhiteSpace(Email) ? Problems.Invalid("A sitter needs an e-mail address.")
            : null;
        var phone = OwnPhone.Read(Phone, ref refusal);
        entry = refusal is null ? new NewSitter(Name!.Trim(), Email!.Trim(), phone, NumberId) : null;
        return entry is not null;
    }
}

/// <summary>A sitter's card as callers write it anew.</summary>
/// <param name="Phone">Left out, the card has none.</param>
/// <param name="Password">For a sitter who cannot sign in yet.</param>
public sealed record SitterChangeRequest([StringLength(SitterRequest.LongestText)] string? Name, string? Phone, string? Password)
{
    public bool TryRead(out PhoneNumber? phone, [NotNullWhen(false)] out ObjectResult? refusal)
    {
        refusal = string.IsNullOrWhiteSpace(Name) ? Problems.Invalid("A sitter needs a name.") : null;
        phone = OwnPhone.Read(Phone, ref refusal);
        return refusal is null;
    }
}

/// <param name="Reason">Kept in the audit log.</param>
public record ReasonRequest([StringLength(ReasonRequest.LongestReason)] string? Reason)
{
    private const int LongestReason = 500;
}

/// <param name="Reason">Kept in the audit log.</param>
/// <param name="HandOverTo">The sitter who takes over the unfinished visits; left out, these have none.</param>
public sealed record OffboardingRequest(string? Reason, Guid? HandOverTo) : ReasonRequest(Reason);

internal static class OwnPhone
{
    public static PhoneNumber? Read(string? text, ref ObjectResult? refusal)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (PhoneNumberReader.TryRead(text, out var phone))
        {
            return phone;
        }

        refusal ??= Problems.InvalidPhone("phone");
        return null;
    }
}
