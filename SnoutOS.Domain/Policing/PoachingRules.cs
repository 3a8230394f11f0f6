using SnoutOS.Domain.AntiPoaching;

namespace SnoutOS.Domain.Policing;

/// <summary>What one business does about findings. Without a row the usual rules hold.</summary>
public sealed class PoachingRules
{
    /// <summary>The most first messages of a new sitter that an owner can want to see before they leave.</summary>
    public const int MostApprovals = 50;

    public Guid OrganizationId { get; init; }

    /// <summary>The answers to each type, as <see cref="PoachingPolicy.Actions"/> writes them.</summary>
    public string SitterToClient { get; set; } = PoachingPolicy.SitterToClient.Actions;

    /// <inheritdoc cref="SitterToClient"/>
    public string ClientToSitter { get; set; } = PoachingPolicy.ClientToSitter.Actions;

    public Sensitivity Sensitivity { get; set; } = Sensitivity.Balanced;

    /// <summary>How many first messages of a new sitter wait for an owner's approval; 0 for none.</summary>
    public int ApproveFirst { get; set; }

    public PoachingPolicy ForSitters => PoachingPolicy.Read(SitterToClient, Sensitivity, PoachingPolicy.SitterToClient);

    public PoachingPolicy ForClients => PoachingPolicy.Read(ClientToSitter, Sensitivity, PoachingPolicy.ClientToSitter);
}
