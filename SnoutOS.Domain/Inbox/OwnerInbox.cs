namespace SnoutOS.Domain.Inbox;

/// <summary>What makes a conversation wait for the owner beside the rules of routing.</summary>
public static class OwnerInbox
{
    /// <summary>What a sitter has not opened by then, the owner sees too.</summary>
    public static readonly TimeSpan SitterHasToOpenWithin = TimeSpan.FromMinutes(15);
}
