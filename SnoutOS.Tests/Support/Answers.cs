using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SnoutOS.Web.Api;

namespace SnoutOS.Tests.Support;

/// <summary>What an answer of the API must say.</summary>
public static class Answers
{
    public static async Task<JsonElement> IsProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(Problems.MediaType, answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"The answer was {(int)answer.StatusCode}.");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The address without its host, absolute or relative.</summary>
    public static string PathAndQuery(this Uri address) => address.IsAbsoluteUri ? address.PathAndQuery : address.OriginalString;
}
