using System.CommandLine;
using SnoutOS.Bench;

var router = new Command("router", "One routing decision: nanoseconds and bytes allocated, over a mix of facts that meets every rule.");
router.SetAction(_ => RouterBench.Run(Console.Out));

var inbound = new Command(
    "inbound", "Facts and decision of one inbound text, with few messages and with very many in a SQLite file; fails if many cost too much more.");
inbound.SetAction((_, cancellationToken) => InboundBench.RunAsync(Console.Out, cancellationToken));

return await new RootCommand("What routing costs. Run it in Release on a machine that does nothing else.") { router, inbound }
    .Parse(args).InvokeAsync();
