namespace SnoutOS.Domain.AntiPoaching.Phrasing;

/// <summary>Offers to do it without the business.</summary>
internal static class SolicitationPhrases
{
    public static readonly Phrase[] All =
    [
        // Dealing with one another directly.
        S("direct.book", .85, "{book} *1 {me} *3 {direct}"),
        S("direct.book", .85, "{me} *2 {book} *2 {direct}"),
        S("direct.book", .85, "{book} *2 {direct} *1 {me}"),
        S("direct.book", .8, "hire|engage|employ you *4 {direct}"),
        S("direct.deal", .6, "{deal}|{call} *1 {me} *3 {direct}"),
        S("direct.deal", .6, "{deal} *2 {direct} *2 {me}"),
        S("direct.with", .75, "{direct} *1 with|through|conmigo|comigo *1 {me}"),
        S("direct.with", .8, "{direct} conmigo|comigo|moi|mir"),
        S("direct.come", .8, "come *1 to me *2 {direct}"),
        S("direct.work", .85, "work|working *1 for|with me|us *4 {direct}"),
        S("direct.work", .8, "{come} *1 work for me|us"),
        S("direct.work", .7, "{leave_verb} *2 {them} *3 {work}|{come} *4 {me}"),
        S("direct.hire", .55, "hire|engage|employ|contract|contratar|contrata|engagieren me|us|you|myself"),
        S("direct.hire", .7, "engage|hire me yourself"),
        S("direct.paid", .75, "pay you *2 {direct}|cash|double|more|privately"),
        S("direct.paid", .55, "can|could|may *2 i|we *2 pay you"),
        S("direct.paid", .6, "what do|does they|them|company|agency *2 pay you"),
        S("direct.paid", .75, "pagar|pago|pagarte|payer|zahlen *2 {direct}"),
        S("direct.keep", .6, "keep you *4 {direct}|forever"),
        S("direct.side", .55, "side jobs|job|gig|gigs|hustle"),

        // On one's own account.
        S("own.terms", .45, "on my|our own & {work}|{time_next} & !{not} *4 on my own"),
        S("own.terms", .5, "by myself|myself|freelance|independently & {cheaper}"),
        S("own.terms", .6, "available|free|freelance *3 on my own|freelance"),
        S("own.terms", .55, "available freelance|independently|privately"),
        S("own.business", .6, "{start} *3 {my} own *3 {venture}"),
        S("own.business", .6, "{start} *3 mi|mon|mein|meine|meu|eigenes *1 {venture}|propio|propia|eigenes"),
        S("own.business", .65, "going|go|went|practising|practicing|out independent|independently|solo|freelance"),
        S("own.business", .6, "going|setting|set|striking|off *2 on|up *2 {my} own"),
        S("own.follow", .45, "come|jump|follow|stay|bring|take *5 with me|us"),
        S("own.business", .45, "has|have|got own *3 {venture}|roller|van"),
        S("own.follow", .5, "first|new client|clients"),
        S("own.follow", .4, "follow|retain|custemer|customer|client & {my} own"),
        S("own.leaving", .5, "{leave_verb} *2 these|agency|company|them & {me}"),
        S("own.leaving", .5, "leaving *2 guys|agency|company|firm"),

        // Leaving the business out.
        S("without.office", .55, "{without} *3 {office}|{app}|{middle}|them"),
        S("without.office", .5, "no|sans|sin|ohne|sem agency|company|office|middleman|firm|agencia|intermediarios|agence|eux|ellos|eles|elle"),
        S("without.going", .8, "without|w/o going|go|telling *3 {office}|{app}|{them}"),
        S("without.through", .7, "{not} *4 through|via|with *2 {office}|{app}|them"),
        S("without.through", .65, "not pass through"),
        S("without.through", .65, "{not} *2 run *2 by *2 {office}|them"),
        S("without.through", .6, "{not} *4 llamar|llame|ocupa *2 {office}"),
        S("without.through", .6, "not|without *3 involved|involving"),
        S("without.instead", .65, "instead of|than *2 {office}|{app}|through|them|firm|company"),
        S("without.need", .65, "{not}|no *2 need|needs|necesario|precisa|besoin *3 {office}|{app}|company|them|schedule"),
        S("without.need", .65, "no|nao|pas *1 ocupas|necesitas|hace|precisa *3 {office}|{app}|marcar"),
        S("without.middle", .8, "cut|cutting|skip out|the *2 {middle}"),
        S("without.not", .6, "not *1 them|theirs|agency|company|firm"),
        S("without.off", .7, "off *1 the *1 app|platform|books|record|clock|system|site|website"),
        S("without.off", .7, "out|outside of|the *2 app|platform|agency|company|system"),
        S("without.fuera", .6, "por fuera|fora"),

        // Quietly.
        S("quiet.tell", .8, "{not} *3 {tell} *4 {their_office}|app|firm|them|empresa|bureau"),
        S("quiet.tell", .5, "{not} *2 {tell} *4 boss|nobody|anyone|anybody"),
        S("quiet.know", .75, "{office} *1 {not}|nobody|never *1 {know}"),
        S("quiet.know", .6, "{office} *5 nichts|nothing *2 {know}"),
        S("quiet.know", .8, "{office}|agency|they *3 none the wiser"),
        S("quiet.know", .6, "upset|mad|angry if they *2 {know}"),
        S("quiet.nobody", .35, "{nobody} *4 {know}|checks|tell|schedule"),
        S("quiet.between", .3, "between|entre|unter|among you|us|ourselves|nosotros|nous|uns|usted"),
        S("quiet.keep", .45, "keep|stays|queda|bleibt|rest|fica *3 between|entre|unter|quiet|secret|yourself"),
        S("quiet.keep", .45, "little|our secret"),
        S("quiet.keep", .4, "in confidence"),
        S("quiet.keep", .45, "quiet word"),
        S("quiet.books", .7, "off *1 the books|record"),
        S("quiet.words", .6, "ni una palabra"),
        S("quiet.here", .4, "por aqui no"),
        S("quiet.mention", .5, "{not} mention *1 it|this"),
        S("quiet.here", .5, "cant|rather|not|won't *4 write|put|say|set|type|down *4 here|where"),
        S("quiet.door", .5, "tell|slip|explain|show *2 you *3 door|person|tea|coffee|key|outside"),
        S("quiet.read", .4, "{nobody}|boss|bosses|company|firma|{not} *4 {record}"),

        // You and I.
        S("us.two", .35, "just|only|nur|solo *4 you *1 me|i|us"),
        S("us.two", .35, "you|usted|tu|vous *1 y|and|et|i|me *1 me|i|yo|moi|myself *2"),
        S("us.two", .35, "two of us"),
        S("us.arrange", .4, "you|usted|me|yo *3 arreglamos|arrange|settle|terms"),
        S("us.arrange", .5, "set|sort up|something|it *4 just|us|ourselves|me"),
        S("us.arrange", .5, "off our own bat"),
        S("us.arrange", .45, "rather|sooner|better *2 deal|have me|with *3 than"),
        S("us.arrange", .45, "whoever they send"),
        S("us.arrange", .45, "fairer|better arrangement|deal"),
        S("us.arrange", .4, "arrange|arreglamos|settle|sort|terms|arrangement|proposal *6 you|us|ourselves|between|me"),

        // For less.
        S("price.cheaper", .5, "cheaper|cheap|discount|save|barato|barata|billiger|desconto|descuento *4 {me}|{direct}|myself"),
        S("price.cheaper", .55, "cheaper|less|guenstiger|gunstiger|billiger|barato|barata *1 for|pra|para|por you|usted|both|fuera"),
        S("price.cheaper", .55, "{me}|{direct} *4 {strong_cheaper}|cheaper|menos"),
        S("price.cheaper", .4, "{strong_cheaper}|cheaper|gunstiger & {work}|{book}|{time_next}|{office}"),
        S("price.cheaper", .5, "cheaper way|rate"),
        S("price.cheaper", .55, "salir|sale|salgo|sai *3 barata|barato|conta|cuenta"),
        S("price.off", .4, "# off|percent|less & {work}|me"),
        S("price.beat", .5, "beat|match it|that|them|their"),
        S("price.beat", .4, "double it & {work}|{come}"),
        S("price.cut", .5, "their|they|agency|company *4 {cut}|markup"),
        S("price.cut", .55, "{them} *1 {take} *4 {cut}|#"),

        // By word of mouth.
        S("friends.come", .75, "come|call|text|contact|book|have *5 me *3 {direct}|instead"),
        S("friends.tell", .45, "tell|told|mention|say *5 about me"),
        S("friends.anyone", .5, "anyone|know|neighbor|friend *3 wants|needs|who *2 sitter|walker|someone"),
        S("friends.by", .4, "ask for me"),
        S("friends.notthem", .6, "me|me *1 not them|the|company|agency|theirs"),

        // Asking for the private number.
        S("ask.number", .8, "{your} *2 {personal} *2 {number}"),
        S("ask.number", .75, "{your} *1 {number} *1 {personal}"),
        S("ask.number", .55, "{give} *4 {your} *1 number|numero|nummer|cell|digits|celular"),
        S("ask.number", .55, "number|numero *3 reach you"),
        S("ask.number", .5, "another|better|different|private|personal number|cell|phone"),
        S("ask.number", .5, "where *3 telephone|call|reach you *2 home"),

        // Finding one another later.
        S("find.search", .7, "google|googleame|search|gogleame|duckduckgo *2 me|my|mi|karla"),
        S("find.search", .55, "search|look|find|type *3 my *5 name|engine|website|street|town|town"),
        S("find.search", .6, "type|put *3 my *2 name"),
        S("find.me", .4, "find me|look *2 up"),
        S("find.me", .4, "hard|easy *2 to find"),
        S("find.me", .4, "search engine"),
        S("find.card", .6, "{my}|a|visiting|business *2 {card} *5 {place}|mailbox|under|beneath|envelope|thro"),
        S("find.card", .6, "{hide} *3 {card} *4 {place}"),
    ];

    private static Phrase S(string rule, double weight, string pattern) => new(Signal.Solicitation, $"solicitation.{rule}", weight, pattern);
}
