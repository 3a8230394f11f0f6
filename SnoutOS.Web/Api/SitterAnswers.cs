using SnoutOS.Domain.Organizations;

namespace SnoutOS.Web.Api;

/// <param name="UserId">Who signs in as this sitter; null for one who does not sign in yet.</param>
/// <param name="NumberId">The number of the business that they have.</param>
public sealed record SitterAnswer(Guid Id, Guid? UserId, string Name, string Email, SitterStatus Status, Guid? NumberId)
{
    public static SitterAnswer Of(SitterListing sitter) =>
        new(sitter.Id, sitter.UserId, sitter.Name, sitter.Email, sitter.Status, sitter.NumberId);
}

/// <summary>A sitter's card.</summary>
/// <param name="Phone">Their own phone, whole, in E.164.</param>
public sealed record SitterCardAnswer(
    Guid Id, Guid? UserId, string Name, string Email, SitterStatus Status, Guid? NumberId, string? Phone)
{
    public static SitterCardAnswer Of(SitterCard card) => new(
        card.Sitter.Id, card.Sitter.UserId, card.Sitter.Name, card.Sitter.Email, card.Sitter.Status, card.Sitter.NumberId, card.Phone?.E164);
}
