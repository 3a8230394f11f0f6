using System.Net;
using System.Text;
using SnoutOS.Domain.Organizations;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Access;

/// <summary>How a door answers somebody who knocks.</summary>
public enum Door
{
    Open,
    SignIn,
    Forbidden,
}

/// <summary>One of each kind, signed in on the pages and over the API.</summary>
public sealed class Callers : IAsyncLifetime
{
    private readonly AppWithClock _product = new();

    public SnoutApp App => _product.App;

    public Caller Stranger { get; private set; } = null!;

    public Caller Sitter { get; private set; } = null!;

    public Caller Owner { get; private set; } = null!;

    public Caller Admin { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _product.InitializeAsync();
        var business = await App.OpenBusinessAsync();
        Stranger = new Caller(App.Anonymous(), App.Anonymous());
        Owner = await SignedInAsync(business.OwnerEmail);
        Sitter = await SignedInAsync((await App.HireAsync(business.OrganizationId, Role.Sitter, "Ana Silva")).Email);
        Admin = await SignedInAsync((await App.HireAsync(business.OrganizationId, Role.Admin, "Adam Reyes")).Email);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in new[] { Stranger, Sitter, Owner, Admin })
        {
            caller.Dispose();
        }

        await _product.DisposeAsync();
    }

    private async Task<Caller> SignedInAsync(string email) => new(await App.BrowseAsync(email), await App.SignedInAsync(email));
}

/// <summary>Knocks on doors: on pages with a cookie, on the API with a token.</summary>
public sealed record Caller(HttpClient Browser, HttpClient Program) : IDisposable
{
    public async Task<Door> KnockAsync(HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post || method == HttpMethod.Put)
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        using var answer = await (address.StartsWith("/api", StringComparison.Ordinal) ? Program : Browser).SendAsync(request);
        return answer switch
        {
            { StatusCode: HttpStatusCode.Unauthorized } => Door.SignIn,
            { StatusCode: HttpStatusCode.Forbidden } => Door.Forbidden,
            { StatusCode: HttpStatusCode.Redirect, Headers.Location: { } next } when next.PathAndQuery().StartsWith("/login?", StringComparison.Ordinal) => Door.SignIn,
            { StatusCode: HttpStatusCode.Redirect, Headers.Location: { } next } when next.PathAndQuery().StartsWith("/denied?", StringComparison.Ordinal) => Door.Forbidden,
            _ => Door.Open,
        };
    }

    public void Dispose()
    {
        Browser.Dispose();
        Program.Dispose();
    }
}
