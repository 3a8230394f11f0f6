using System.Net;
using System.Net.Sockets;

namespace SnoutOS.Web.Twilio;

/// <summary>
/// Whether an address belongs to the public internet, by IANA's registries of special-purpose addresses. IPv6
/// addresses that carry an IPv4 one are refused with the rest of their block.
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] SpecialUnicast =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is AddressFamily.InterNetwork
            ? !Special.Any(network => network.Contains(plain))
            : GlobalUnicast.Contains(plain) && !SpecialUnicast.Any(network => network.Contains(plain));
    }
}
