namespace SnoutOS.Web.Api;

/// <summary>Tells the API's description which codes an endpoint refuses with, beside those that every endpoint has.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RefusesAttribute(int status, params string[] codes) : Attribute
{
    public int Status { get; } = status;

    public IReadOnlyList<string> Codes { get; } = codes;
}
