using System.CommandLine;
using System.Text.Json;
using SnoutOS.Web.Api;

namespace SnoutOS.Web.Operations;

/// <summary>One thing that the operator can ask for.</summary>
internal abstract class Verb(string name, string description) : Command(name, description)
{
    public const int Succeeded = 0;
    public const int Failed = 1;

    /// <summary>Does it, with the database up to date and the server not running.</summary>
    /// <returns>The exit code.</returns>
    public abstract Task<int> RunAsync(WebApplication app, ParseResult words, CancellationToken cancellationToken);

    /// <summary>A result, one JSON line on the standard output.</summary>
    protected static int Answer(object result)
    {
        Print(result);
        return Succeeded;
    }

    protected static void Print(object result) => Console.Out.WriteLine(JsonSerializer.Serialize(result, ApiJson.Options));

    /// <summary>Why it was not done, in a sentence.</summary>
    protected static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Failed;
    }
}
