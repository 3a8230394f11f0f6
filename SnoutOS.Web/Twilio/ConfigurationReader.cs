using System.Collections.Immutable;

namespace SnoutOS.Web.Twilio;

/// <summary>Reads flat keys and collects what is wrong with them, in words, without the values.</summary>
internal sealed class ConfigurationReader(IConfiguration configuration)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public bool AnyOf(IEnumerable<string> keys) => keys.Any(key => Text(key) is not null);

    public void Demand(IEnumerable<string> keys) =>
        _problems.AddRange(keys.Where(key => Text(key) is null)
            .Select(key => $"{key} is not set, though other Twilio settings are; set it, or none of them."));

    public string? Sid(string key, string prefix)
    {
        if (Text(key) is not { } text || TwilioSid.Is(text, prefix))
        {
            return Text(key);
        }

        return Problem($"{key} must be {prefix} followed by 32 hexadecimal digits.");
    }

    public string? Secret(string key) =>
        Text(key) is { } text && text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character))
            ? Problem($"{key} must not contain spaces or line breaks.")
            : Text(key);

    public ImmutableArray<string> Secrets(string key)
    {
        if (Secret(key) is not { } text)
        {
            return [];
        }

        var secrets = text.Split(',');
        if (secrets.Contains(""))
        {
            Problem($"{key} has an empty entry; separate several keys with single commas.");
        }

        return [.. secrets];
    }

    public T Choice<T>(string key)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        if (Text(key) is not { } text || names.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Text(key) is { } name ? Enum.Parse<T>(name, ignoreCase: true) : default;
        }

        Problem($"{key} must be one of: {string.Join(", ", names.Select(name => name.ToLowerInvariant()))}.");
        return default;
    }

    public Uri? Url(string key, UrlRule rule)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        var url = rule.Read(text, out var refusal);
        if (refusal is not null)
        {
            Problem($"{key} {refusal}.");
        }

        return url;
    }

    private string? Text(string key) => configuration[key] is { } value && value.Trim() is not "" and var text ? text : null;

    private string? Problem(string sentence)
    {
        _problems.Add(sentence);
        return null;
    }
}
