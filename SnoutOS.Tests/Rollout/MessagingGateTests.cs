using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Rollout;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Api;

namespace SnoutOS.Tests.Rollout;

/// <summary>What is left of the API where messaging is switched off.</summary>
public sealed class MessagingGateTests(Product product) : IClassFixture<Product>
{
    private const string Threads = "/api/messages/threads";
    private const string Diagnostics = "/api/messages/diagnostics";

    [Fact]
    public async Task While_messaging_is_off_every_messaging_endpoint_but_diagnostics_is_absent()
    {
        var office = await product.OpenOfficeAsync();
        var gated = Gated().ToList();
        Assert.True(gated.Count >= 8, "Hardly any endpoint was found to try.");
        await SwitchAsync(office, Flag.Messaging, false);
        foreach (var (method, path) in gated)
        {
            await (await SendAsync(office.Http, method, path)).IsProblemAsync(HttpStatusCode.NotFound, Problems.FeatureOffCode);
        }

        await (await office.Http.GetAsync("/api/messages/nowhere")).IsProblemAsync(HttpStatusCode.NotFound, Problems.FeatureOffCode);
        var report = await office.GetAsync(Diagnostics);
        Assert.False(report.GetProperty("featureFlags").GetProperty("ENABLE_MESSAGING_V1").GetProperty("effective").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, (await office.Http.GetAsync("/api/clients")).StatusCode);

        await SwitchAsync(office, Flag.Messaging, null);
        Assert.Equal(HttpStatusCode.OK, (await office.Http.GetAsync(Threads)).StatusCode);
    }

    [Fact]
    public async Task While_messaging_is_off_the_page_is_gone()
    {
        var office = await product.OpenOfficeAsync();
        Assert.Equal(HttpStatusCode.OK, (await office.Http.GetAsync("/messages")).StatusCode);
        await SwitchAsync(office, Flag.Messaging, false);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Http.GetAsync("/messages")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Http.GetAsync($"/messages/{Guid.CreateVersion7()}")).StatusCode);
    }

    [Fact]
    public async Task A_stranger_learns_nothing_about_switches()
    {
        var office = await product.OpenOfficeAsync();
        await SwitchAsync(office, Flag.Messaging, false);
        using var stranger = product.App.Anonymous();
        foreach (var (method, path) in Gated())
        {
            await (await SendAsync(stranger, method, path)).IsProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        }
    }

    [Fact]
    public async Task To_a_sitter_messaging_is_absent_while_sitter_messages_are_off()
    {
        var office = await product.OpenOfficeAsync();
        using var sitter = await office.HireAsync(Role.Sitter, "Ana Silva");
        await SwitchAsync(office, Flag.SitterMessages, false);
        foreach (var (method, path) in Gated())
        {
            await (await SendAsync(sitter, method, path)).IsProblemAsync(HttpStatusCode.NotFound, Problems.FeatureOffCode);
        }

        await (await sitter.GetAsync(Diagnostics)).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.NotFound, (await sitter.GetAsync("/messages")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await office.Http.GetAsync("/messages")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await office.Http.GetAsync(Threads)).StatusCode);

        await SwitchAsync(office, Flag.Messaging, false);
        await (await sitter.GetAsync(Diagnostics)).IsProblemAsync(HttpStatusCode.NotFound, Problems.FeatureOffCode);
    }

    [Fact]
    public async Task A_sitter_without_windows_sees_nothing_of_anybodys_conversations()
    {
        var office = await product.OpenOfficeAsync();
        using var sitter = await office.HireAsync(Role.Sitter, "Ana Silva");
        var thread = await office.TextInAsync();
        var list = await (await sitter.GetAsync(Threads)).JsonAsync();
        Assert.Equal("""{"items":[],"nextCursor":null}""", list.GetRawText());
        await (await sitter.GetAsync($"{Threads}?inbox=owner")).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await sitter.GetAsync($"{Threads}/{thread}")).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await sitter.GetAsync($"{Threads}/{thread}/messages")).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await sitter.PostAsJsonAsync($"{Threads}/{thread}/messages", new { body = "Hi" })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await sitter.PostAsJsonAsync($"{Threads}/{thread}/read", new { })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await sitter.PostAsJsonAsync($"{Threads}/{thread}/handled", new { })).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        var client = (await office.GetAsync($"{Threads}/{thread}")).GetProperty("client").Id();
        await (await sitter.PostAsJsonAsync(Threads, new { clientId = client })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData(DeploymentState.False, null, HttpStatusCode.NotFound)]
    [InlineData(DeploymentState.False, true, HttpStatusCode.NotFound)]
    [InlineData(DeploymentState.Shadow, true, HttpStatusCode.NotFound)]
    [InlineData(DeploymentState.Pilot, null, HttpStatusCode.NotFound)]
    [InlineData(DeploymentState.Pilot, true, HttpStatusCode.OK)]
    [InlineData(DeploymentState.True, null, HttpStatusCode.OK)]
    [InlineData(DeploymentState.True, false, HttpStatusCode.NotFound)]
    public async Task The_deployment_and_the_organization_decide_together(DeploymentState deployment, bool? organization, HttpStatusCode expected)
    {
        var office = await product.OpenOfficeAsync();
        var flags = product.App.Get<MessagingFlags>();
        await flags.SetDeploymentAsync(Flag.Messaging, deployment, "test", CancellationToken.None);
        try
        {
            await SwitchAsync(office, Flag.Messaging, organization);
            Assert.Equal(expected, (await office.Http.GetAsync(Threads)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await office.Http.GetAsync(Diagnostics)).StatusCode);
        }
        finally
        {
            await flags.SetDeploymentAsync(Flag.Messaging, DeploymentState.True, "test", CancellationToken.None);
        }
    }

    /// <summary>Everything below /api/messages that is not the provider's and not diagnostics.</summary>
    private IEnumerable<(HttpMethod Method, string Path)> Gated() =>
        from endpoint in product.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}".Replace("{id:guid}", $"{Guid.Empty}", StringComparison.Ordinal).Replace("{threadId:guid}", $"{Guid.Empty}", StringComparison.Ordinal)
        where path.StartsWith("/api/messages/", StringComparison.Ordinal) && path != Diagnostics && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        from method in endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
        select (HttpMethod.Parse(method), path);

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path) =>
        client.SendAsync(new HttpRequestMessage(method, path) { Content = method == HttpMethod.Get ? null : JsonContent.Create(new { body = "Hi" }) });

    private Task SwitchAsync(Office office, Flag flag, bool? on) =>
        product.App.Get<MessagingFlags>().SetOrganizationAsync(office.Owner, new Dictionary<Flag, bool?> { [flag] = on }, "test", CancellationToken.None);
}
