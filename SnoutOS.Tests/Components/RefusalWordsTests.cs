using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Sending;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

public sealed class RefusalWordsTests
{
    private static readonly Guid Elsewhere = Guid.CreateVersion7(TestTime.Noon);

    public static TheoryData<SendVerdict> Refusals =>
    [
        new SendVerdict.BodyEmpty(),
        new SendVerdict.BodyTooLong(1700),
        new SendVerdict.AttachmentRefused("That file is too large."),
        new SendVerdict.ThreadNotFound(),
        new SendVerdict.KeyReused(),
        new SendVerdict.SitterLocked(),
        new SendVerdict.WindowClosed(TestTime.Noon),
        new SendVerdict.NumberInactive(Elsewhere),
        new SendVerdict.NumberInactive(null),
        new SendVerdict.RecipientOptedOut(ThisNumberOnly: true),
        new SendVerdict.RecipientOptedOut(ThisNumberOnly: false),
        new SendVerdict.NoPhone(),
        new SendVerdict.BillingFrontDeskOnly(),
        new SendVerdict.Blocked(Elsewhere, StrikeStanding.Warned),
        new SendVerdict.Blocked(Elsewhere, StrikeStanding.NextPauses),
        new SendVerdict.Blocked(Elsewhere, StrikeStanding.Paused),
        new SendVerdict.NotRetryable(),
    ];

    [Theory, MemberData(nameof(Refusals))]
    public void Every_refusal_is_a_sentence(SendVerdict verdict)
    {
        var refusal = RefusalWords.Of(verdict);
        Assert.NotNull(refusal);
        Assert.EndsWith(".", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_case_of_the_verdict_is_tried_above() => Assert.Equal(
        typeof(SendVerdict).GetNestedTypes().Except([typeof(SendVerdict.Queued)]).OrderBy(type => type.Name, StringComparer.Ordinal),
        Refusals.Select(row => row.Data.GetType()).Distinct().OrderBy(type => type.Name, StringComparer.Ordinal));

    [Fact]
    public void What_was_taken_is_no_refusal() => Assert.Null(RefusalWords.Of(new SendVerdict.Queued(Elsewhere, AlreadyAsked: true)));

    [Fact]
    public void A_closed_number_says_where_the_conversation_goes_on() =>
        Assert.Equal(Elsewhere, RefusalWords.Of(new SendVerdict.NumberInactive(Elsewhere))?.ContinueOnThreadId);

    [Fact]
    public void A_long_text_says_by_how_much() =>
        Assert.Contains("100 characters", RefusalWords.Of(new SendVerdict.BodyTooLong(1700))?.Sentence, StringComparison.Ordinal);
}
