using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching;

/// <summary>One message as all finders see it.</summary>
internal sealed class MessageReading
{
    private AllowList _allowed = AllowList.Empty;

    public MessageText Text { get; } = new();

    /// <summary>Whether something in it is on the allow-list: what is said of it leads nowhere else.</summary>
    public bool NamesAllowed { get; private set; }

    public string Region { get; private set; } = "US";

    public void Read(ReadOnlySpan<char> message, AllowList allowed, string region)
    {
        (_allowed, Region, NamesAllowed) = (allowed, region, false);
        Text.Read(message);
    }

    /// <summary>Whether these digits are a number on the allow-list.</summary>
    public bool CoversNumber(ReadOnlySpan<char> digits) => Allows(_allowed.CoversNumber(digits));

    /// <summary>Whether a host is on the allow-list.</summary>
    public bool CoversHost(ReadOnlySpan<char> host) => Allows(_allowed.CoversHost(host));

    private bool Allows(bool covered)
    {
        NamesAllowed |= covered;
        return covered;
    }
}
