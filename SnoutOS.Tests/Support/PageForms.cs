using System.Net;
using System.Text.RegularExpressions;

namespace SnoutOS.Tests.Support;

/// <summary>A browser without scripts: it keeps cookies and posts the forms that pages show it.</summary>
public static partial class PageForms
{
    /// <summary>Signs in on the page, as a person would.</summary>
    public static async Task<HttpClient> BrowseAsync(this SnoutApp app, string email, string password = SnoutApp.Password)
    {
        var client = app.Anonymous();
        var answer = await client.SignInAsync(email, password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    public static Task<HttpResponseMessage> SignInAsync(this HttpClient client, string email, string password, string page = "/login") =>
        client.SubmitAsync(page, page, ("email", email), ("password", password));

    /// <summary>Opens a page and posts its form to an address, with the hidden fields that the page put there.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client, string page, string address, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page);
        var hidden = HiddenField().Matches(html)
            .Select(field => (Name: field.Groups["name"].Value, Value: WebUtility.HtmlDecode(field.Groups["value"].Value)));
        using var content = new FormUrlEncodedContent(
            hidden.Concat(fields).DistinctBy(field => field.Name, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(address, content);
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" />""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenField();
}
