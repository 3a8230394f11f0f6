namespace SnoutOS.Domain.AntiPoaching.Phrasing;

/// <summary>Going on somewhere else: a network, a messenger, a marketplace.</summary>
internal static class SocialPhrases
{
    private const string Any = "{network}|{short_network}";

    public static readonly Phrase[] All =
    [
        H("mine", .6, $"{{my}} *1 {Any}"),
        H("mine", .65, $"{{find}} *1 me|us|moi|mir|mim|my *5 {Any}|{{market}}"),
        H("mine", .65, $"{{find}} *5 {Any}|{{market}}"),
        H("mine", .7, $"{Any}|{{market}} *3 {{find}} *1 me|us"),
        H("mine", .6, $"im|i'm|am|mine|estoy|bin|suis|to *3 on|in|en|bei|auf|sur|no *2 {Any}|{{market}}"),
        H("mine", .75, $"{Any} me|handle|username"),
        H("mine", .75, $"{{call}}|write|message|text|dm *2 {{me}} *3 {Any}"),
        H("mine", .7, $"on|en|auf|sur {Any} *2 im|i|as|under|heissen|mine|go|by|it"),
        H("mine", .7, $"{Any} *2 mines|under|as|its"),
        H("named", .5, $"{Any} *2 its|as|under|name|by|handle|username|called|como|je"),
        H("named", .5, $"{Any} & instead|paws|same"),
        H("move", .6, "{app}|phone *4 annoying|slow|sucks|glitchy|clunky|hate & text|chat|talk|call"),
        H("move", .6, "hate this app"),
        H("move", .55, "somewhere|anywhere else *3 chat|talk|text"),
        H("move", .55, "another|other|better way *4 reach|contact|text|talk"),
        H("move", .55, "chat|talk|text|move *1 off|outside *2 app|platform|here"),
        H("same", .65, $"same *2 name|handle|number|as *6 {Any}"),
        H("named", .5, $"{Any} *2 its|as|under|name|by|handle|username|called|como|je"),
        H("named", .5, $"{Any} & instead|paws|same"),
        H("move", .6, "{app}|phone *4 annoying|slow|sucks|glitchy|clunky|hate & text|chat|talk|call"),
        H("move", .6, "hate this app"),
        H("move", .55, "somewhere|anywhere else *3 chat|talk|text"),
        H("move", .55, "another|other|better way *4 reach|contact|text|talk"),
        H("move", .55, "chat|talk|text|move *1 off|outside *2 app|platform|here"),
        H("same", .65, $"{Any} *2 same"),
        H("same", .5, "same handle|username|name *2 everywhere|same|there"),
        H("ask", .55, $"{{you}} *1 on|have|use|got|tiene|tienes|usa|take *2 {Any}"),
        H("ask", .55, $"tiene|tienes|haben|hast|usa|got {{you}} *1 {Any}"),
        H("ask", .55, $"do|are {{you}} *3 {Any}"),
        H("ask", .55, $"haben|tiene|tienes|usa|temos *2 {Any}"),
        H("ask", .6, $"{{your}} *1 {Any}"),
        H("move", .75, $"{{switch}} *4 {{network}}"),
        H("move", .65, $"lets|can|could|shall|prefer|rather|better|easier *5 {{network}}"),
        H("move", .55, $"{{network}} *4 {{switch}}|instead|better|easier|safer|person"),
        H("move", .5, "talk|chat|message *3 somewhere|elsewhere|off"),
        H("market", .6, "{market} & cheaper|way|me|im|my|mi|search|less|moins|chez|inserat|listing|profile"),
        H("market", .4, "{market}"),
        H("name", .15, "{network}"),
        H("face", .6, "no|en|por|mi|el|meu face"),
        H("signal", .6, "{switch} *3 signal|line|threads"),
        H("signal", .5, "on|get|use|have signal instead|app|too|or"),
        H("signal", .5, "{network} or|oder|o|y signal|line"),
        H("named", .5, "look *1 at *1 my *2 profile|name"),
        H("dm", .5, "dm|dms *1 me|open"),
        H("mine", .65, $"look|search *3 up|me|for|my *5 {Any}"),
        H("ghost", .5, "{ghost} *3 app|same|me|on"),
        H("ghost", .5, "app|thing *6 ghost"),
        H("camera", .5, "{camera} gram|app"),
        H("gram", .5, "on the gram"),
        H("described", .45, "photo app|platform"),
        H("described", .45, "la app *3 con la"),
        H("described", .55, "bubbles *2 blue"),
    ];

    private static Phrase H(string rule, double weight, string pattern) => new(Signal.SocialHandle, $"social.{rule}", weight, pattern);
}
