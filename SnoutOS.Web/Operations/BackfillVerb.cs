using System.CommandLine;
using SnoutOS.Domain.Backfill;

namespace SnoutOS.Web.Operations;

internal sealed class BackfillVerb : Verb
{
    private readonly Option<FileInfo?> _from = new("--from")
    {
        Description = "A file with one conversation on each line: {\"org\": ID, \"clientPhone\": E.164, \"number\": E.164 or null for the front desk, "
            + "\"messages\": [{\"direction\": \"inbound\" or \"outbound\", \"body\": TEXT, \"at\": TIME with offset, \"providerId\": optional}]}. "
            + "One wrong line and nothing is written; a second run adds nothing.",
    };

    public BackfillVerb()
        : base("backfill", "Mends what prove reports where a machine may; with --from brings in conversations of an older system.") =>
        Options.Add(_from);

    public override async Task<int> RunAsync(WebApplication app, ParseResult words, CancellationToken cancellationToken)
    {
        if (words.GetValue(_from) is not { } file)
        {
            return await MendAsync(app, cancellationToken);
        }

        if (!file.Exists)
        {
            return Refuse("--from: there is no such file.");
        }

        using var text = file.OpenText();
        return await app.Services.GetRequiredService<OldThreads>().BringInAsync(text, cancellationToken) switch
        {
            BackfillVerdict.Done done => Answer(done),
            BackfillVerdict.Refused refused => Refuse(string.Join(Environment.NewLine, [.. refused.Faults, "Nothing was written."])),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<int> MendAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var reports = await app.Services.GetRequiredService<Repairs>().RunAsync(cancellationToken);
        foreach (var report in reports)
        {
            Console.Out.WriteLine(report);
        }

        if (reports.Count == 0)
        {
            Console.Out.WriteLine("ok      nothing to mend");
        }

        return reports.All(report => report.After.Holds) ? Succeeded : Failed;
    }
}
