using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Api;

/// <summary>What the business does about messages that lead around it.</summary>
[ApiController, Route("/api/anti-poaching/rules"), Authorize(Policies.OwnerOrAdmin)]
public sealed class PoachingRulesController(RuleBook book) : ControllerBase
{
    /// <summary>An answer to each type of finding, by the names that findings have.</summary>
    public sealed record AnswersByType(
        [property: JsonPropertyName("phone_number")] PoachingAction PhoneNumber,
        [property: JsonPropertyName("email")] PoachingAction Email,
        [property: JsonPropertyName("url")] PoachingAction Url,
        [property: JsonPropertyName("social_handle")] PoachingAction SocialHandle,
        [property: JsonPropertyName("off_platform_payment")] PoachingAction OffPlatformPayment,
        [property: JsonPropertyName("solicitation")] PoachingAction Solicitation)
    {
        public static AnswersByType Of(PoachingPolicy policy) => new(
            policy[FindingType.PhoneNumber], policy[FindingType.Email], policy[FindingType.Url],
            policy[FindingType.SocialHandle], policy[FindingType.OffPlatformPayment], policy[FindingType.Solicitation]);
    }

    /// <summary>Wishes by type. One that is left out stays as it is.</summary>
    public sealed record WishesByType(
        [property: JsonPropertyName("phone_number")] PoachingAction? PhoneNumber,
        [property: JsonPropertyName("email")] PoachingAction? Email,
        [property: JsonPropertyName("url")] PoachingAction? Url,
        [property: JsonPropertyName("social_handle")] PoachingAction? SocialHandle,
        [property: JsonPropertyName("off_platform_payment")] PoachingAction? OffPlatformPayment,
        [property: JsonPropertyName("solicitation")] PoachingAction? Solicitation)
    {
        public RuleSet In(RuleSet rules, Direction direction)
        {
            (FindingType Type, PoachingAction? Wish)[] wishes =
            [
                (FindingType.PhoneNumber, PhoneNumber), (FindingType.Email, Email), (FindingType.Url, Url),
                (FindingType.SocialHandle, SocialHandle), (FindingType.OffPlatformPayment, OffPlatformPayment), (FindingType.Solicitation, Solicitation),
            ];
            return wishes.Aggregate(rules, (kept, wish) => wish.Wish is { } action ? kept.With(direction, wish.Type, action) : kept);
        }
    }

    /// <param name="ClientToSitter">Here <c>block</c> holds the message for the office.</param>
    /// <param name="ApproveFirst">How many first messages of a new sitter wait for approval; 0 for none.</param>
    public sealed record RulesAnswer(Sensitivity Sensitivity, AnswersByType SitterToClient, AnswersByType ClientToSitter, int ApproveFirst)
    {
        public static RulesAnswer Of(RuleSet rules) =>
            new(rules.Sensitivity, AnswersByType.Of(rules.SitterToClient), AnswersByType.Of(rules.ClientToSitter), rules.ApproveFirst);
    }

    /// <param name="ApproveFirst">From 0 to 50.</param>
    public sealed record RulesRequest(
        [Required] Sensitivity? Sensitivity,
        [Required] WishesByType? SitterToClient,
        [Required] WishesByType? ClientToSitter,
        [Required, Range(0, PoachingRules.MostApprovals)] int? ApproveFirst);

    /// <summary>Reads the rules in force.</summary>
    [HttpGet]
    public async Task<RulesAnswer> ReadAsync(CancellationToken cancellationToken) =>
        RulesAnswer.Of(await book.ReadAsync(User.ToActor(), cancellationToken));

    /// <summary>Changes the rules from the next message on.</summary>
    [HttpPut]
    public async Task<RulesAnswer> ChangeAsync(RulesRequest request, CancellationToken cancellationToken)
    {
        var kept = (await book.ReadAsync(User.ToActor(), cancellationToken)) with { ApproveFirst = request.ApproveFirst!.Value };
        var wanted = request.ClientToSitter!.In(
            request.SitterToClient!.In(kept.With(request.Sensitivity!.Value), Direction.Outbound), Direction.Inbound);
        await book.SaveAsync(User.ToActor(), wanted, cancellationToken);
        return RulesAnswer.Of(wanted);
    }
}
