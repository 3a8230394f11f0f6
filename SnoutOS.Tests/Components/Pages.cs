using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Policing;
using SnoutOS.Web.Components.Shared;
using SnoutOS.Web.Components.Threads;
using SnoutOS.Web.Live;

namespace SnoutOS.Tests.Components;

/// <summary>Renders components as a circuit would, with a browser that agrees to everything.</summary>
public sealed class Pages : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    static Pages() => DefaultWaitTimeout = Patience;

    /// <param name="clock">The clock of the components.</param>
    /// <param name="app">A running product whose services answer; none for components that take parameters only.</param>
    /// <param name="actor">Who is signed in to it.</param>
    public Pages(TimeProvider clock, SnoutApp? app = null, Actor? actor = null)
    {
        Services.AddSingleton(clock);
        Services.AddScoped<OrganizationTime>();
        Services.AddMudServices();
        if (app is not null && actor is not null)
        {
            SignIn(app, actor);
        }

        // The first look at the services closes the list of them.
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule(_ => true).SetupModule(_ => true);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    /// <summary>
    /// Looks again, moving the clock on a little, until the assertion holds; its last failure is the test's. Not bUnit's
    /// own waiting, which looks again only after a render.
    /// </summary>
    public static async Task EventuallyAsync(FakeTimeProvider clock, Action assertion)
    {
        var until = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                assertion();
                return;
            }
            catch (Exception) when (TimeProvider.System.GetElapsedTime(until) < Patience)
            {
                clock.Advance(LiveComponent.Pause);
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private void SignIn(SnoutApp app, Actor actor)
    {
        Services.AddSingleton(app.Get<ThreadNotifier>());
        Services.AddSingleton(app.Get<SnoutDb>());
        Services.AddSingleton(app.Get<InboxReader>());
        Services.AddSingleton(app.Get<SurroundingsReader>());
        Services.AddSingleton(app.Get<RoutingHistory>());
        Services.AddSingleton(app.Get<OwnerActs>());
        Services.AddSingleton(app.Get<HandOver>());
        Services.AddSingleton(app.Get<ClientCare>());
        Services.AddSingleton(app.Get<SitterBook>());
        Services.AddSingleton(app.Get<SitterAssignments>());
        Services.AddSingleton(app.Get<ServiceBook>());
        Services.AddSingleton(app.Get<ThreadCare>());
        Services.AddSingleton(app.Get<MessageSender>());
        Services.AddSingleton(app.Get<SitterDesk>());
        Services.AddSingleton(app.Get<OfficeNotes>());
        Services.AddSingleton(app.Get<ThreadOpener>());
        Services.AddSingleton(app.Get<MessagingFlags>());
        Services.AddSingleton(app.Get<NoticeTexts>());
        Services.AddSingleton(app.Get<OfficeHours>());
        Services.AddSingleton(app.Get<RuleBook>());
        Services.AddSingleton(app.Get<AllowedContacts>());
        Services.AddSingleton(app.Get<WhatIf>());
        Services.AddScoped<WhatIfDesk>();
        Services.AddSingleton(app.Get<NumberImport>());
        Services.AddSingleton(app.Get<WebhookCheck>());
        Services.AddSingleton(app.Get<IProviderNumbers>());
        Services.AddSingleton(app.Get<HeldMessages>());
        Services.AddSingleton(app.Get<Revealing>());
        Services.AddHttpContextAccessor();
        Services.AddScoped<CurrentUser>();
        Services.AddScoped<ConversationActs>();
        Services.AddScoped<HeldActs>();
        var user = this.AddAuthorization();
        user.SetAuthorized(actor.Name);
        user.SetClaims(
            new Claim(SnoutClaims.UserId, actor.UserId.ToString()),
            new Claim(SnoutClaims.OrganizationId, actor.OrganizationId.ToString()),
            new Claim(SnoutClaims.Name, actor.Name),
            new Claim(SnoutClaims.Role, SnoutClaims.NameOf(actor.Role)));
    }
}

/// <summary>What the components under test are shown.</summary>
public static class Shown
{
    private static readonly PhoneNumber FrontDesk = PhoneNumber.Parse("+12125550100", null);

    public static ThreadSummary Thread { get; } = new()
    {
        Id = Guid.CreateVersion7(TestTime.Noon),
        ClientId = Guid.CreateVersion7(TestTime.Noon),
        ClientName = "Casey Wolf",
        ClientKind = ClientKind.Client,
        Pets = "Biscuit",
        NumberId = Guid.CreateVersion7(TestTime.Noon),
        NumberClass = NumberClass.FrontDesk,
        NumberStatus = NumberStatus.Active,
        Number = FrontDesk,
        SitterId = null,
        SitterName = null,
        LastMessageAt = TestTime.Noon,
        LastMessagePreview = "Is Biscuit all right?",
        LastMessageDirection = Direction.Inbound,
        Unread = 0,
        NeedsOwnerSince = null,
        HasFailedSend = false,
        OptOutSuspected = false,
        OptedOut = false,
    };

    public static MessageView Outbound { get; } = new()
    {
        Id = Guid.CreateVersion7(TestTime.Noon),
        ThreadId = Thread.Id,
        Direction = Direction.Outbound,
        AuthorKind = AuthorKind.Owner,
        AuthorName = "Olivia Park",
        Body = "He is asleep on the sofa.",
        Purpose = MessagePurpose.Conversation,
        Status = MessageStatus.Delivered,
        CreatedAt = TestTime.Noon,
        SentAt = null,
        DeliveredAt = null,
        ErrorCode = null,
        Segments = 1,
        RetryOfId = null,
        WasRetried = false,
        Media = [],
    };

    public static MessageView Inbound { get; } = Outbound with
    {
        Id = Guid.CreateVersion7(TestTime.Noon.AddMinutes(-1)),
        Direction = Direction.Inbound,
        AuthorKind = AuthorKind.Client,
        AuthorName = "Casey Wolf",
        Body = "Is Biscuit all right?",
        Status = MessageStatus.Received,
    };
}
