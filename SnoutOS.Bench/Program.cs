using System.CommandLine;
using SnoutOS.Bench;
using SnoutOS.Bench.Training;

var router = new Command("router", "One routing decision: nanoseconds and bytes allocated, over a mix of facts that meets every rule.");
router.SetAction(_ => RouterBench.Run(Console.Out));

var inbound = new Command(
    "inbound", "Facts and decision of one inbound text, with few messages and with very many in a SQLite file; fails if many cost too much more.");
inbound.SetAction((_, cancellationToken) => InboundBench.RunAsync(Console.Out, cancellationToken));

var part = new Option<string>("--part") { Description = "tuning (with the texts of what went wrong), test, or unseen: by other hands, counted once everything else was done.", DefaultValueFactory = _ => "test" };
part.AcceptOnlyFromAmong("tuning", "test", "unseen");
var corpora = new Option<FileInfo[]>("--corpus") { Description = "Further files of messages, evasions and honest ones alike.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
var detector = new Command("detector", "What the detector of anti-poaching finds in the corpus, by type and kind, and what it costs beside plain regular expressions.") { part, corpora };
detector.SetAction(words => DetectorBench.Run(Console.Out, words.GetRequiredValue(part), words.GetRequiredValue(corpora)));

var whatIf = new Command("what-if", "Messages per second while other rules of anti-poaching are tried on 20,000 messages in a SQLite file.");
whatIf.SetAction((_, cancellationToken) => WhatIfBench.RunAsync(Console.Out, cancellationToken));

var into = new Option<FileInfo?>("--out") { Description = "Where the weights go; without it they are only tried." };
var check = new Option<bool>("--check") { Description = "Fail unless the detector has these very weights." };
var train = new Command("train", "Learns what messages mean from the tuning part and further files, and how well that holds for others.") { corpora, into, check };
train.SetAction(words => TrainBench.Run(Console.Out, words.GetRequiredValue(corpora), words.GetValue(into), words.GetValue(check)));

return await new RootCommand("What routing and reading messages cost. Run it in Release on a machine that does nothing else.") { router, inbound, detector, train, whatIf }
    .Parse(args).InvokeAsync();
