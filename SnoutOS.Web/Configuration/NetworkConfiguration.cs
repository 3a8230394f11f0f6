using System.Net;

namespace SnoutOS.Web.Configuration;

/// <summary>
/// Where requests come from. <c>KnownProxies</c> lists the addresses and networks of the proxies in front; only what
/// they say of the caller's address and of https is believed.
/// </summary>
public sealed record NetworkConfiguration(IReadOnlyList<IPNetwork> KnownProxies, bool LimitsRates, IReadOnlyList<string> Problems)
{
    public static NetworkConfiguration Read(IConfiguration configuration)
    {
        var proxies = new List<IPNetwork>();
        var problems = new List<string>();
        foreach (var text in (configuration["KnownProxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (TryRead(text, out var network))
            {
                proxies.Add(network);
            }
            else
            {
                problems.Add("KnownProxies must list IP addresses or networks, such as 10.0.0.0/8, with commas between them.");
            }
        }

        var limits = true;
        if (configuration["RateLimits:Enabled"] is { Length: > 0 } setting && !bool.TryParse(setting, out limits))
        {
            problems.Add("RateLimits__Enabled must be true or false.");
        }

        return new NetworkConfiguration(proxies, limits, problems);
    }

    private static bool TryRead(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }
}
