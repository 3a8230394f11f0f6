using Microsoft.AspNetCore.DataProtection;
using SnoutOS.Domain.Sending;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Web.Media;

/// <summary>
/// Addresses at which the provider fetches what goes out. It comes without credentials, so the address itself is a
/// sealed, short-lived permission for one attachment; it holds no readable id.
/// </summary>
public sealed class OutboundMediaLinks(IDataProtectionProvider protection, TwilioOptions? options = null) : IMediaLinks
{
    /// <summary>Longer than a message stays valid at the provider.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("outbound-media").ToTimeLimitedDataProtector();

    public Uri For(Guid organizationId, Guid messageId, int position)
    {
        var origin = options?.Webhook.GetLeftPart(UriPartial.Authority) ?? throw new InvalidOperationException("No Twilio account is configured.");
        return new Uri($"{origin}/media/out/{_protector.Protect($"{organizationId:N}/{messageId:N}/{position}", Lifetime)}");
    }

    /// <summary>Which attachment a sealed address stands for; null for one that is forged or too old.</summary>
    public (Guid OrganizationId, Guid MessageId, int Position)? Open(string sealedAddress)
    {
        try
        {
            var parts = _protector.Unprotect(sealedAddress).Split('/');
            return (Guid.Parse(parts[0]), Guid.Parse(parts[1]), int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
