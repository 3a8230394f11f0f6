using System.Collections.Frozen;

namespace SnoutOS.Domain.AntiPoaching;

/// <summary>
/// The numbers and sites that a business may name in any message: its own, its vets', an emergency contact. A domain
/// covers its subdomains and the addresses at it.
/// </summary>
public sealed class AllowList
{
    public static AllowList Empty { get; } = new([], []);

    private readonly FrozenSet<string> _numbers;
    private readonly string[] _domains;

    /// <param name="numbers">In E.164 form.</param>
    /// <param name="domains">Such as <c>happy-tails.example</c>.</param>
    public AllowList(IEnumerable<string> numbers, IEnumerable<string> domains)
    {
        _numbers = numbers.ToFrozenSet(StringComparer.Ordinal);
        _domains = [.. domains.Select(domain => domain.Trim().TrimStart('.').ToLowerInvariant()).Where(domain => domain.Length > 0)];
    }

    /// <summary>Whether these digits, with or without a country code, are a number on the list.</summary>
    public bool CoversNumber(ReadOnlySpan<char> digits)
    {
        foreach (var number in _numbers)
        {
            var bare = number.AsSpan(1);
            if (bare.SequenceEqual(digits) || (digits.Length >= 7 && bare.EndsWith(digits.TrimStart('0'), StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a host in lower case is one of the domains or below one.</summary>
    public bool CoversHost(ReadOnlySpan<char> host)
    {
        foreach (var domain in _domains)
        {
            if (host.EndsWith(domain, StringComparison.Ordinal) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.'))
            {
                return true;
            }
        }

        return false;
    }
}
