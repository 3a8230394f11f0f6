using System.CommandLine;
using SnoutOS.Web.Configuration;
using SnoutOS.Web.Database;

namespace SnoutOS.Web.Operations;

/// <summary>
/// What the operator asked for: a verb, or to serve, which is what happens without one. Verbs run against the same
/// services as the server, without starting it. Results go to the standard output, everything else beside it.
/// </summary>
public sealed class CommandLine
{
    private static readonly string[] Questions = ["--help", "-h", "-?", "/?", "/h", "--version"];

    private readonly ParseResult _parsed;

    private CommandLine(ParseResult parsed) => _parsed = parsed;

    /// <summary>The exit code where nothing needs the product: help was asked for, or the words make no sense.</summary>
    public int? Answered { get; private init; }

    /// <summary>What is left for the host. Only a server is configured by arguments; those of a verb are its own.</summary>
    public string[] HostArguments => _parsed.CommandResult.Command is ServeVerb ? [.. _parsed.UnmatchedTokens] : [];

    public static CommandLine Read(string[] args)
    {
        var parsed = Root().Parse(args is [] || IsServerSetting(args[0]) ? [ServeVerb.Word, .. args] : args);
        return new CommandLine(parsed)
        {
            Answered = parsed.Errors.Count > 0 ? Complain(parsed) : parsed.Action is null ? null : parsed.Invoke(),
        };
    }

    public async Task<int> RunAsync(WebApplication app)
    {
        await using (app)
        {
            var verb = (Verb)_parsed.CommandResult.Command;
            if (await app.Services.GetRequiredService<DatabaseMigrator>().ObjectionAsync(migrates: verb is MigrateVerb, CancellationToken.None) is { } objection)
            {
                Console.Error.WriteLine(objection);
                return Settings.ExitCode;
            }

            return await verb.RunAsync(app, _parsed, CancellationToken.None);
        }
    }

    private static int Complain(ParseResult parsed)
    {
        foreach (var word in parsed.UnmatchedTokens)
        {
            Console.Error.WriteLine($"'{word}' is not known here. --help tells what is.");
        }

        if (parsed.UnmatchedTokens.Count == 0)
        {
            Console.Error.WriteLine(string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message)));
        }

        return Verb.Failed;
    }

    private static bool IsServerSetting(string word) =>
        word.StartsWith('-') && !Questions.Contains(word, StringComparer.Ordinal);

    private static RootCommand Root() => new("SnoutOS: one front desk for every message of a pet-care business.")
    {
        new ServeVerb(),
        new MigrateVerb(),
        new BackfillVerb(),
        new ProveVerb(),
        new ScanVerb(),
        new Command("org", "Businesses of this installation.") { new OrgCreateVerb() },
        new Command("user", "People who sign in.") { new UserCreateVerb() },
        new Command("flag", "The switches of the rollout.") { new FlagSetVerb() },
        new Command("unroutable", "Texts to numbers that belong to no business here.") { new UnroutableListVerb() },
        new Command("audit", "The chained record of who did what.") { new AuditVerifyVerb() },
        new Command("demo", "The demo business of Development.") { new DemoResetVerb() },
    };
}
