using System.CommandLine;
using SnoutOS.Domain.Rollout;

namespace SnoutOS.Web.Operations;

internal sealed class FlagSetVerb : Verb
{
    private const int LongestReason = 500;

    private readonly Argument<string> _name = new("NAME") { Description = string.Join(", ", Enum.GetValues<Flag>().Select(FlagNames.Of)) };
    private readonly Argument<string> _state = new("STATE") { Description = "true, false, pilot or shadow" };
    private readonly Option<string> _reason = new("--reason") { Description = "Why, for whoever looks later.", Required = true };

    public FlagSetVerb()
        : base("set", "Sets a flag for the whole deployment; every node follows within five seconds.")
    {
        Arguments.Add(_name);
        Arguments.Add(_state);
        Options.Add(_reason);
    }

    public override async Task<int> RunAsync(WebApplication app, ParseResult words, CancellationToken cancellationToken)
    {
        var (name, reason) = (words.GetRequiredValue(_name), words.GetRequiredValue(_reason));
        if (FlagNames.Find(name) is not { } flag)
        {
            return Refuse($"There is no such flag. The flags are {_name.Description}.");
        }

        if (!FlagNames.TryReadState(words.GetRequiredValue(_state), out var state))
        {
            return Refuse("A flag is set to true, false, pilot or shadow.");
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            return Refuse($"--reason needs at least a word and at most {LongestReason} characters.");
        }

        await app.Services.GetRequiredService<MessagingFlags>().SetDeploymentAsync(flag, state, reason.Trim(), cancellationToken);
        if (app.Services.GetRequiredService<FlagSettings>().Environment.ContainsKey(flag))
        {
            Console.Error.WriteLine($"{name} is also set in this environment, which goes before what is stored.");
        }

        return Answer(new { Flag = name, State = state });
    }
}
