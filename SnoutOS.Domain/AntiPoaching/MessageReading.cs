using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching;

/// <summary>One message as all finders see it.</summary>
internal sealed class MessageReading
{
    public MessageText Text { get; } = new();

    public AllowList Allowed { get; private set; } = AllowList.Empty;

    public string Region { get; private set; } = "US";

    public void Read(ReadOnlySpan<char> message, AllowList allowed, string region)
    {
        (Allowed, Region) = (allowed, region);
        Text.Read(message);
    }
}
