using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>What can be done on the page: book, look at a visit, give it to somebody.</summary>
public sealed partial class BookingsPage
{
    private List<SitterListing> Team => [.. _sitters.Where(sitter => sitter.Status != SitterStatus.Offboarded)];

    /// <summary>A visit was dropped on somebody's line. One of a series is asked about first: it may be meant for all of them.</summary>
    [JSInvokable]
    public async Task DropAsync(Guid visitId, Guid? sitterId)
    {
        if (await bookings.VisitAsync(Reader, visitId, Leaving) is not { Visit: var dropped } card || dropped.Visit.SitterId == sitterId)
        {
            return;
        }

        var verdict = dropped.Recurrence == Recurrence.Weekly
            ? null
            : await assignments.AssignAsync(Reader, new BookingPart(dropped.BookingId), sitterId, CancellationToken.None);
        if (verdict is BookingVerdict.Done)
        {
            var sitter = _sitters.FirstOrDefault(row => row.Id == sitterId);
            await TellAsync(new AssignmentDone(AssignmentWords.Done(dropped.ClientName, sitter?.Name, BookingScope.Visit), card, sitter));
            await FocusAsync(visitId);
            return;
        }

        await ShowAsync(dropped, new() { { card => card.VisitId, visitId }, { card => card.Sitters, Team }, { card => card.Wanted, new SitterWish(sitterId, verdict) } });
    }

    private async Task TellAsync(AssignmentDone done)
    {
        toasts.Add(done.Sentence);
        await RefreshAsync();
        if (done.LeavesMessages)
        {
            await AskAsync<HandOverDialog>(new() { { dialog => dialog.Assignment, done } });
        }
    }

    private Task OpenAsync(CalendarVisit visit) =>
        ShowAsync(visit, new() { { card => card.VisitId, visit.Visit.Id }, { card => card.Sitters, Team } });

    private async Task ShowAsync(CalendarVisit visit, DialogParameters<VisitDialog> parameters)
    {
        switch (await AskAsync(parameters))
        {
            case VisitWish.Move:
                await AskAsync<MoveDialog>(new() { { dialog => dialog.Calendar, visit } });
                break;
            case VisitWish.Cancel:
                await AskAsync<CancelDialog>(new() { { dialog => dialog.Calendar, visit } });
                break;
            case AssignmentDone done:
                await TellAsync(done);
                break;
        }

        await FocusAsync(visit.Visit.Id);
    }

    private async Task BookAsync()
    {
        var day = BookingsAddress.MondayOf(Time.Today) == _monday ? Time.Today : _monday;
        var made = await AskAsync<NewBookingDialog>(new()
        {
            { dialog => dialog.Services, await services.ListAsync(Reader, Leaving) },
            { dialog => dialog.Sitters, Team },
            { dialog => dialog.Day, day },
        });

        // Whoever books for another week wants to see it there.
        if (made is BookingMade booking && BookingsAddress.MondayOf(booking.Day) is var monday && monday != _monday)
        {
            navigation.NavigateTo(Address.In(monday, Time.Today).ToString());
        }
    }

    private async Task ShowKeysAsync() => await dialogs.ShowAsync<BookingKeysDialog>("", new DialogOptions { CloseOnEscapeKey = false });

    /// <summary>A dialog closes with what happened, in a sentence, or with the wish that another one be opened.</summary>
    private async Task<object?> AskAsync<TDialog>(DialogParameters<TDialog> parameters)
        where TDialog : IComponent
    {
        var dialog = await dialogs.ShowAsync<TDialog>("", parameters, Asking);
        if (await dialog.Result is not { Canceled: false } result)
        {
            return null;
        }

        if ((result.Data as string ?? (result.Data as BookingMade)?.Sentence) is { } sentence)
        {
            toasts.Add(sentence);
            await RefreshAsync();
        }

        return result.Data;
    }

    private async Task FocusAsync(Guid visitId)
    {
        if (_hands is not null)
        {
            await _hands.InvokeVoidAsync("focus", Leaving, visitId);
        }
    }
}
