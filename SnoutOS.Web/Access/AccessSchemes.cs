using SnoutOS.Web.Api;

namespace SnoutOS.Web.Access;

public static class AccessSchemes
{
    public const string Cookie = "cookie";
    public const string Bearer = "Bearer";

    /// <summary>Picks one of the two for a request.</summary>
    public const string Either = "either";

    /// <summary>
    /// A request with an Authorization header is judged by that header alone. Over the API a cookie may only read:
    /// another site can make a browser send its cookie, but never the header, so no forged request changes anything.
    /// </summary>
    public static string For(HttpRequest request) =>
        request.Headers.Authorization.Count > 0 || (request.IsApi() && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            ? Bearer
            : Cookie;
}
