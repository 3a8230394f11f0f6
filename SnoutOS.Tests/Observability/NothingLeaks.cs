using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;
using SnoutOS.Tests.Support;
using SnoutOS.Tests.Twilio;

namespace SnoutOS.Tests.Observability;

/// <summary>Drives everything with telephone numbers in every field, gathers all that was said, and finds none of them.</summary>
[Collection(AloneInTheProcess.Name)]
public sealed class NothingLeaks
{
    private const string Client = "+12125550142";
    private const string Stranger = "+14155550187";
    private const string Elsewhere = "+442079460958";

    private static readonly string[] Written = [Client, "(212) 555-0142", "212-555-0142", Stranger, "4155550187", Elsewhere, "+44 20 7946 0958"];

    [Fact]
    public async Task No_log_span_or_metric_holds_a_number_whatever_is_called_with_one()
    {
        using var recording = new Recording();
        await using var provider = await LoopbackApi.StartAsync(Answering());
        await using var app = await SnoutApp.StartAsync(Options(recording, provider.Url));
        var business = await app.OpenBusinessAsync();

        await TextInAsync(app, business, recording);
        await TextOutAsync(app, business, recording);
        await DriveAsync(app, business);

        var leaks = await recording.FindAsync(new LeakScan([Client, Stranger, Elsewhere, business.FrontDesk.E164]), app);
        Assert.Empty(leaks);
        Assert.Equal(0, await CaughtByTheNetAsync(app));

        // There was something to find: the message path spoke in each of the three.
        Assert.Contains(recording.Written.Lines, line => line.Contains("•••• 0142", StringComparison.Ordinal));
        Assert.Contains(recording.Spans, span => span.Contains("Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.Contains(recording.Spans, span => span.Contains($"route message; ; ; snoutos.organization.id={business.OrganizationId}", StringComparison.Ordinal));
        Assert.Contains("snoutos.messages.routed target=owner_inbox", recording.Metrics, StringComparer.Ordinal);
    }

    /// <summary>What the gates of a rollout would read: no line needed the net, and it took no id for a number.</summary>
    private static async Task<int> CaughtByTheNetAsync(SnoutApp app)
    {
        await app.Get<DeploymentCountsWorker>().FlushAsync(CancellationToken.None);
        await using var db = app.Get<SnoutDb>().ForInstallation();
        return await db.DeploymentCounters.Where(counter => counter.Event == CountedEvent.RawNumberInLog).SumAsync(counter => counter.Count);
    }

    /// <summary>Every way in: routed, twice, to nobody, malformed, unsigned, wrongly signed, no form, too large.</summary>
    private static async Task TextInAsync(SnoutApp app, Business business, Recording recording)
    {
        var webhooks = new Webhooks(app);
        var frontDesk = business.FrontDesk.E164;
        var sid = Webhooks.NewSid();
        var mine = new[] { ("MessageSid", Webhooks.NewSid()), ("From", Client), ("To", frontDesk), ("Body", Stranger) };
        HttpResponseMessage[] answers =
        [
            await webhooks.TextAsync(Client, frontDesk, $"call me at {Stranger}", sid),
            await webhooks.TextAsync(Client, frontDesk, $"call me at {Stranger}", sid),
            await webhooks.TextAsync(Stranger, frontDesk, "STOP", extra: ("OptOutType", "STOP")),
            await webhooks.TextAsync(Client, Elsewhere, "to nobody"),
            await webhooks.TextAsync(frontDesk, frontDesk, "to myself"),
            await webhooks.PostAsync("", [("To", frontDesk), ("Body", Client), ("Caller", Stranger)]),
            await webhooks.PostAsync($"/status/{business.OwnerId}", [("MessageSid", sid), ("MessageStatus", "failed"), ("ErrorCode", "30003"), ("To", Client)]),
            await webhooks.SendAsync("", Webhooks.Encode(mine), signature: null),
            await webhooks.SendAsync("", Webhooks.Encode(mine), Webhooks.Sign(Webhooks.PublicUrl, mine, "not the key")),
            await webhooks.SendAsync("", $"{{\"From\":\"{Client}\"}}", null, "application/json"),
            await webhooks.TextAsync(Client, frontDesk, new string('1', 300_000)),
            await webhooks.CallAsync(Client, frontDesk),
            await webhooks.CallAsync(Client, Elsewhere),
            await webhooks.PostAsync("/voice", [("Called", frontDesk), ("Caller", Client)]),
        ];
        Assert.Equal([200, 200, 200, 200, 200, 200, 200, 403, 403, 415, 413, 200, 200, 200], answers.Select(answer => (int)answer.StatusCode));
        await recording.Written.SeenAsync("is for no number of ours");
        await recording.Written.SeenAsync("speaks of no message of ours");
        await recording.Written.SeenAsync("went to", 3);
        await recording.Written.SeenAsync("Missed call");
    }

    /// <summary>Every answer of the provider, its own words with the number among them.</summary>
    private static async Task TextOutAsync(SnoutApp app, Business business, Recording recording)
    {
        await using var db = app.Db(business.OrganizationId);
        var thread = await db.Threads.FirstAsync(row => db.ClientPhones.Any(phone => phone.ClientId == row.ClientId && phone.Phone == Domain.Phones.PhoneNumber.Parse(Client, null)));
        var owner = new Actor(business.OrganizationId, business.OwnerId, "Olivia", Role.Owner);
        for (var turn = 1; turn <= Answers.Length; turn++)
        {
            Assert.IsType<SendVerdict.Queued>(await app.Get<MessageSender>().SendAsync(new SendRequest(owner, thread.Id, $"ring {Stranger}"), CancellationToken.None));
            await recording.Written.SeenAsync("left for the provider", turn);
        }
    }

    /// <summary>Every endpoint, as nobody and as the owner.</summary>
    private static async Task DriveAsync(SnoutApp app, Business business)
    {
        var endpoints = app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct().ToList();
        using var nobody = QuietClient(app);
        using var signedIn = await app.SignedInAsync(business.OwnerEmail);
        using var owner = QuietClient(app);
        owner.DefaultRequestHeaders.Authorization = signedIn.DefaultRequestHeaders.Authorization;
        await using var db = app.Db(business.OrganizationId);
        var thread = await db.Threads.Select(row => row.Id).FirstAsync();
        foreach (var caller in new[] { nobody, owner })
        {
            var drive = new EndpointDrive(caller, Written, thread);
            await drive.RunAsync(endpoints);
            Assert.True(drive.Answered >= endpoints.Count, $"Only {drive.Answered} answers of {endpoints.Count} endpoints.");
        }
    }

    private static readonly RequestDelegate[] Answers =
    [
        Created(), Twilio.Answers.Error(400, 21211), Twilio.Answers.Error(429, 20429), Created(), Twilio.Answers.Json(200, $"no JSON but {Client}"),
    ];

    private static RequestDelegate Created() =>
        Twilio.Answers.Json(201, $$"""{"sid":"{{Webhooks.NewSid()}}","status":"queued","num_segments":"1","to":"{{Client}}"}""");

    private static RequestDelegate Answering()
    {
        var turn = -1;
        return context => context.Request.Method == HttpMethods.Post
            ? Answers[Math.Min(Interlocked.Increment(ref turn), Answers.Length - 1)](context)
            : Twilio.Answers.Error(404, 20404)(context);
    }

    private static SnoutAppOptions Options(Recording recording, string providerUrl) => new()
    {
        Settings = new(Webhooks.Settings, StringComparer.Ordinal) { ["TWILIO_API_BASE_URL"] = providerUrl, ["ENABLE_MESSAGING_V1"] = "true" },
        Services = recording.Attach,
    };

    /// <summary>The caller's own spans are not the product's.</summary>
    private static HttpClient QuietClient(SnoutApp app) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, ActivityHeadersPropagator = null }) { BaseAddress = app.Address };
}
