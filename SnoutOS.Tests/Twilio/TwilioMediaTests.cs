using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using SnoutOS.Domain.Sending;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Twilio;

public sealed class TwilioMediaTests
{
    private const string Folder = $"/2010-04-01/Accounts/{LoopbackApi.Account}/Messages/{Answers.Sid}/Media/";
    private const string Media = Folder + "ME00000000000000000000000000000001";

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[100]];

    [Fact]
    public async Task A_picture_is_opened_with_credentials_that_stay_behind_at_the_redirect()
    {
        await using var api = await LoopbackApi.StartAsync(context =>
            context.Request.Path == Media ? Answers.Redirect("/content/1")(context) : Answers.Bytes(Jpeg, "text/html")(context));

        var fetched = Assert.IsType<MediaOutcome.Fetched>(await FetchAsync(api, Media));

        Assert.Equal("image/jpeg", fetched.ContentType);
        Assert.Equal(Jpeg, fetched.Bytes);
        Assert.Equal([true, false], api.Requests.Select(request => request.Authorization is not null));
    }

    [Theory]
    [InlineData("{api}.evil.example" + Media)]
    [InlineData("http://evil.example" + Media)]
    [InlineData("http://user@127.0.0.1:1" + Media)]
    [InlineData("{api}@evil.example" + Media)]
    [InlineData("{api}/2010-04-01/Accounts/AC00000000000000000000000000000002/Messages/SM00000000000000000000000000000001/Media/ME00000000000000000000000000000001")]
    [InlineData("{api}/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/SM00000000000000000000000000000002/Media/ME00000000000000000000000000000001")]
    [InlineData("{api}" + Folder + "../../../../../elsewhere")]
    [InlineData("{api}" + Media + "/../../x")]
    [InlineData("{api}" + Media + "?next=http://evil.example")]
    [InlineData("{api}" + Folder + "%2e%2e")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task An_address_that_is_not_an_attachment_of_this_message_is_not_even_asked(string address)
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Bytes(Jpeg));
        var outcome = await api.Sms.FetchMediaAsync(address.Replace("{api}", api.Url, StringComparison.Ordinal), Answers.Sid, CancellationToken.None);

        Assert.IsType<MediaOutcome.Refused>(outcome);
        Assert.Empty(api.Requests);
    }

    [Theory]
    [InlineData("https://127.0.0.1:1/x")]
    [InlineData("https://localhost:1/x")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://10.0.0.1/x")]
    [InlineData("https://[::1]:1/x")]
    [InlineData("https://[::ffff:127.0.0.1]:1/x")]
    [InlineData("http://169.254.169.254/x")]
    [InlineData("http://cdn.example.com/x")]
    [InlineData("https://user:pw@cdn.example.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task A_redirect_to_where_it_must_not_lead_is_refused(string target)
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Redirect(target));
        Assert.IsType<MediaOutcome.Refused>(await FetchAsync(api, Media));
    }

    [Fact]
    public async Task Another_server_on_this_machine_is_not_asked()
    {
        await using var inside = await LoopbackApi.StartAsync(Answers.Bytes(Jpeg));
        await using var api = await LoopbackApi.StartAsync(Answers.Redirect(inside.Url + "/x"));

        Assert.IsType<MediaOutcome.Refused>(await FetchAsync(api, Media));
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task Three_redirects_are_enough()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Redirect("/again"));
        Assert.IsType<MediaOutcome.Refused>(await FetchAsync(api, Media));
        Assert.Equal(4, api.Requests.Count);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task What_is_not_there_yet_is_worth_another_try(int status)
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Json(status, ""));
        Assert.IsType<MediaOutcome.Unavailable>(await FetchAsync(api, Media));
    }

    [Fact]
    public async Task What_breaks_off_is_worth_another_try()
    {
        await using var api = await LoopbackApi.StartAsync(Answers.CutShort(200, "\u00ff"));
        Assert.IsType<MediaOutcome.Unavailable>(await FetchAsync(api, Media));
    }

    [Fact]
    public async Task Five_megabytes_are_the_limit_announced_or_not()
    {
        var limit = 5 * 1024 * 1024;
        await using var fits = await LoopbackApi.StartAsync(Answers.Bytes([.. Jpeg, .. new byte[limit - Jpeg.Length]]));
        await using var announced = await LoopbackApi.StartAsync(context =>
        {
            context.Response.ContentLength = limit + 1L;
            return Answers.Bytes(Jpeg)(context);
        });
        await using var endless = await LoopbackApi.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(Jpeg);
            }
        });

        Assert.IsType<MediaOutcome.Fetched>(await FetchAsync(fits, Media));
        Assert.IsType<MediaOutcome.Refused>(await FetchAsync(announced, Media));
        Assert.IsType<MediaOutcome.Refused>(await FetchAsync(endless, Media));
    }

    [Theory]
    [InlineData("89504E470D0A1A0A", "image/png")]
    [InlineData("474946383961", "image/gif")]
    [InlineData("524946460000000057454250", "image/webp")]
    [InlineData("000000186674797068656963", "image/heic")]
    [InlineData("255044462D312E37", "application/pdf")]
    [InlineData("000000186674797069736F6D", "video/mp4")]
    [InlineData("000000186674797033677035", "video/3gpp")]
    [InlineData("2321414D520A", "audio/amr")]
    [InlineData("4944330400000000", "audio/mpeg")]
    [InlineData("FFFB9000", "audio/mpeg")]
    [InlineData("4F676753", "audio/ogg")]
    [InlineData("424547494E3A56434152440D0A", "text/vcard")]
    public async Task Known_types_are_told_by_their_first_bytes(string hex, string type)
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Bytes(Convert.FromHexString(hex), "application/x-msdownload"));
        Assert.Equal(type, Assert.IsType<MediaOutcome.Fetched>(await FetchAsync(api, Media)).ContentType);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("alert(1)")]
    [InlineData("MZ\u0090")]
    [InlineData("")]
    public async Task What_a_browser_might_run_is_refused_whatever_it_calls_itself(string content)
    {
        await using var api = await LoopbackApi.StartAsync(Answers.Bytes(Encoding.UTF8.GetBytes(content), "image/jpeg"));
        Assert.IsType<MediaOutcome.Refused>(await FetchAsync(api, Media));
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void Public_addresses_are_told_from_the_rest(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    private static Task<MediaOutcome> FetchAsync(LoopbackApi api, string path) =>
        api.Sms.FetchMediaAsync(api.Url + path, Answers.Sid, CancellationToken.None);
}
