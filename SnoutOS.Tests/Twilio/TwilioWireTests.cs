using System.Text;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Twilio;

/// <summary>What we put on the wire, beside what Twilio's own client puts there.</summary>
public sealed class TwilioWireTests
{
    private const string Golden = "twilio-wire-golden.json";

    private static readonly PhoneNumber Ours = PhoneNumber.Parse("+15005550006", null);
    private static readonly PhoneNumber Theirs = PhoneNumber.Parse("+15558675310", null);
    private static readonly Guid Id = Guid.Parse("0195a000-0000-7000-8000-000000000001");

    [Fact]
    public async Task A_text_is_created_as_Twilios_client_creates_it()
    {
        var golden = Fixture.Named(Golden, "name", "create.from");
        var body = TwilioForm.Parse(Encoding.ASCII.GetBytes((string)golden["body"]!))!["Body"]!;

        var sent = await SendAsync(new OutboundSms(Id, Ours, Theirs, body, [], TimeSpan.FromHours(4)));

        AssertSame(golden, sent, Ignoring("StatusCallback", "ValidityPeriod"));
        var form = TwilioForm.Parse(Encoding.ASCII.GetBytes(sent.Body))!;
        Assert.Equal($"https://example.com/twilio/status/{Id}", form["StatusCallback"]);
        Assert.Equal("14400", form["ValidityPeriod"]);
    }

    [Fact]
    public async Task Media_are_repeated_in_order_as_Twilios_client_repeats_them()
    {
        var golden = Fixture.Named(Golden, "name", "create.service.media2");
        Uri[] media = [new("https://e.com/a b.jpg"), new("https://e.com/b.png?sig=a%2Fb")];

        var sent = await SendAsync(new OutboundSms(Id, Ours, Theirs, "", media, TimeSpan.FromSeconds(14_400)));

        // We name a number where the example names a service. A space in an address leaves here escaped.
        AssertSame(golden, sent, Ignoring("StatusCallback", "From", "MessagingServiceSid", "ProvideFeedback", "SmartEncoded"));
    }

    [Theory]
    [InlineData(-5, "60")]
    [InlineData(59.9, "60")]
    [InlineData(61.9, "61")]
    [InlineData(90_000, "36000")]
    public async Task Validity_stays_between_a_minute_and_ten_hours(double seconds, string expected)
    {
        var sent = await SendAsync(new OutboundSms(Id, Ours, Theirs, "Hi", [], TimeSpan.FromSeconds(seconds)));
        Assert.Equal(expected, TwilioForm.Parse(Encoding.ASCII.GetBytes(sent.Body))!["ValidityPeriod"]);
    }

    [Fact]
    public async Task Half_a_character_leaves_as_a_replacement_character()
    {
        var sent = await SendAsync(new OutboundSms(Id, Ours, Theirs, "a\uD83Db", [], TimeSpan.FromHours(1)));
        Assert.Equal("a\uFFFDb", TwilioForm.Parse(Encoding.ASCII.GetBytes(sent.Body))!["Body"]);
    }

    [Fact]
    public async Task A_message_is_fetched_as_Twilios_client_fetches_it()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Known);
        await api.Sms.FetchAsync(Answers.Sid, CancellationToken.None);
        AssertSame(Fixture.Named(Golden, "name", "fetch"), Assert.Single(api.Requests), _ => true);
    }

    [Fact]
    public async Task Messages_are_listed_as_Twilios_client_lists_them()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Json(200, """{"messages":[]}"""));
        var query = new ProviderMessageQuery(new DateTimeOffset(2026, 11, 20, 3, 2, 3, TimeSpan.FromHours(2)), Ours, Theirs);

        Assert.Empty(await api.Sms.ListAsync(query, CancellationToken.None).ToListAsync());

        AssertSame(Fixture.Named(Golden, "name", "list"), Assert.Single(api.Requests), _ => true);
    }

    [Fact]
    public async Task Media_are_listed_as_Twilios_client_lists_them()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Json(200, """{"media_list":[]}"""));
        Assert.Empty(await api.Sms.ListMediaAsync(Answers.Sid, CancellationToken.None));
        AssertSame(Fixture.Named(Golden, "name", "media.list"), Assert.Single(api.Requests), _ => true);
    }

    [Fact]
    public async Task A_number_is_looked_for_as_Twilios_client_looks_for_it()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Json(200, """{"incoming_phone_numbers":[]}"""));
        Assert.Null(await api.Numbers.FindAsync(Ours, CancellationToken.None));
        AssertSame(Fixture.Named(Golden, "name", "numbers.list"), Assert.Single(api.Requests), Ignoring("PageSize"));
    }

    [Fact]
    public async Task A_number_is_changed_as_Twilios_client_changes_it()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Error(404, 20404));
        Assert.Null(await api.Numbers.PointHereAsync("PN00000000000000000000000000000001", CancellationToken.None));

        var sent = Assert.Single(api.Requests);
        AssertSame(Fixture.Named(Golden, "name", "numbers.update"), sent, key => key == "SmsMethod");
        var form = TwilioForm.Parse(Encoding.ASCII.GetBytes(sent.Body))!;
        Assert.Equal(
            "SmsUrl=https://example.com/twilio#rc=3&rp=ct,rt,5xx SmsMethod=POST VoiceUrl=https://example.com/twilio/voice#rc=3&rp=ct,rt,5xx VoiceMethod=POST",
            string.Join(' ', form.Fields.Select(field => $"{field.Key}={field.Value}")));
    }

    private static async Task<Received> SendAsync(OutboundSms sms)
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Created());
        await api.Sms.SendAsync(sms, CancellationToken.None);
        return Assert.Single(api.Requests);
    }

    private static Func<string, bool> Ignoring(params string[] keys) => key => !keys.Contains(key, StringComparer.Ordinal);

    private static void AssertSame(System.Text.Json.Nodes.JsonNode golden, Received ours, Func<string, bool> compared)
    {
        // The recorded path begins with a marker for the host it was meant for.
        var target = new Uri("https:/" + ((string)golden["url"]!).Replace("__", "", StringComparison.Ordinal));
        var (path, query) = ours.Target.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? (ours.Target[..at], ours.Target[(at + 1)..]) : (ours.Target, "");

        Assert.Equal((string)golden["method"]!, ours.Method);
        Assert.Equal(target.AbsolutePath, path);
        Assert.Equal((string)golden["headers"]!["authorization"]!, ours.Authorization);
        Assert.Equal("application/json", ours.Accept);
        Assert.Equal(Fields(target.Query.TrimStart('?'), compared), Fields(query, compared));
        Assert.Equal(Fields((string)golden["body"]!, compared), Fields(ours.Body, compared));
    }

    // The order of different keys means nothing, that of one key's values does; spaces in addresses are the same escaped.
    private static string Fields(string form, Func<string, bool> compared) => string.Join('\n',
        TwilioForm.Parse(Encoding.ASCII.GetBytes(form))!.Fields
            .Where(field => compared(field.Key))
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key}={(field.Key == "MediaUrl" ? new Uri(field.Value).AbsoluteUri : field.Value)}"));
}
