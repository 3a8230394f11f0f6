using Microsoft.AspNetCore.Components;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Sending;
using SnoutOS.Web.Components.Inbox;

namespace SnoutOS.Web.Components.Threads;

/// <summary>One open conversation as the office sees it.</summary>
public sealed partial class ThreadPane
{
    private Surroundings? _surroundings;

    [Parameter]
    public InboxView View { get; set; }

    [Parameter]
    public string Search { get; set; } = "";

    [Inject]
    private SurroundingsReader Near { get; set; } = null!;

    [Inject]
    private ConversationActs Acts { get; set; } = null!;

    private string BackHref => InboxAddress.Of(null, View, Search);

    private Guid? LastRoutedId => Window?.Messages.LastOrDefault(message => message.RoutedBy is not null)?.Id;

    protected override DateTimeOffset? NextChangeAt => Clockwork.Next(ReadAt, Time.DayEndsAt, Thread?.ChangesAfter(ReadAt));

    protected override Refusal? RefusalOf(SendVerdict verdict) => RefusalWords.Of(verdict);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await ReadMessagesAsync(cancellationToken);
        Thread = await Inbox.ThreadAsync(Reader, ThreadId, cancellationToken);
        _surroundings = await Near.OfAsync(Reader, ThreadId, cancellationToken);
        await MarkReadAsync();
    }

    private async Task<Refusal?> SendAsync(ComposedMessage composed)
    {
        var request = new SendRequest(Reader, ThreadId, composed.Body, composed.Purpose, composed.Key, composed.Attachments, SitterSees: composed.SitterSees);
        var refusal = RefusalOf(await Sender.SendAsync(request, CancellationToken.None));
        if (refusal is null)
        {
            await GoToNewestAsync();
        }

        return refusal;
    }

    // Not cancelled by leaving: the last words are saved on the way out.
    private Task KeepDraftAsync(string text) => Care.SaveDraftAsync(Reader, ThreadId, text, CancellationToken.None);
}
