namespace SnoutOS.Domain.AntiPoaching.Phrasing;

/// <summary>Money that would pass the business by.</summary>
internal static class PaymentPhrases
{
    public static readonly Phrase[] All =
    [
        P("app.me", .8, "{payment} *1 me|us|mir|moi"),
        P("app.me", .8, "{pay}|send|wire|mandame|mandar|manda|faz *5 {payment}|pix"),
        P("app.me", .75, "{payment}|pix *3 {pay}|{direct}|works|fine|instead|accepted"),
        P("app.me", .75, "{my} *2 {payment}|pix"),
        P("app.ask", .6, "do|can|whats|what|take|have|use|got|accept *4 {payment}"),
        P("app.ask", .6, "{your} *2 {payment}"),
        P("app.name", .4, "{payment}"),
        P("app.settle", .75, "settle|settled|between|balance *6 {payment}"),
        P("app.number", .8, "{payment} #"),

        P("direct.me", .75, "{pay} *1 {me} *3 {direct}|instead"),
        P("direct.me", .75, "{direct} *2 {pay} *2 {me}"),
        P("direct.you", .75, "pay you *3 {direct}|cash|more|yourself|double"),
        P("direct.you", .55, "can|could *2 i|we *2 pay you"),
        P("direct.you", .6, "pagar|pago|payer|donne|zahlen *2 {direct}|cash|euros"),
        P("direct.you", .6, "give|hand *2 it|money *2 to you"),
        P("direct.you", .55, "your pocket"),
        P("app.instead", .4, "{payment} & {without}|{book}|instead|extra"),
        P("direct.hand", .5, "mejor|rather|sooner *3 lo|money|give *3 mi|me|you|your *4 mano|hand|pocket"),
        P("direct.paid", .4, "paid|pay *3 actual|real money|client"),
        P("cut.know", .45, "cuanto le cobran|how much they charge|keep|me|dan"),
        P("direct.hour", .4, "# an|a|per hour|walk|visit|night"),

        P("cut.their", .45, "their|the|agencys|companys *1 cut|commission|percentage|share|markup"),
        P("cut.their", .5, "{without}|less *2 fee|fees|commission|middleman"),
        P("cut.they", .65, "{them} *1 {take} *6 {cut}|#|much|so|most|sm|number"),
        P("cut.they", .6, "you pay *2 # *6 they|i|me|their|hand"),
        P("cut.they", .6, "{take} *2 {cut}|mucho|much & {me}"),
        P("cut.minus", .55, "same|price|rate *2 minus|less *3"),
        P("cut.minus", .5, "no|without fees|fee"),

        P("cash.me", .55, "{pay} *2 {me} *3 cash|efectivo|liquide|bar|dinero|dinheiro"),
        P("cash.leave", .35, "leave|leaves|left|dejame|deja|deixa|slide|slip|bring|pop *4 {cash}|cash|efectivo|dinheiro"),
        P("cash.under", .55, "{cash}|cash|it *3 under|on|in *2 mat|table|mesa|counter|drawer|hand|palm|pocket|geladeira & {without}|{not}"),
        P("cash.off", .6, "cash|efectivo|dinheiro|bucks *8 off|skip|cancel|without|not|dont|no"),
        P("cash.off", .6, "off|skip|cancel|without|dont *8 cash|efectivo"),
        P("cash.hand", .6, "cash in hand"),
        P("cash.hand", .7, "bar auf *1 hand"),
        P("cash.hand", .6, "main a|en *2 main"),
        P("cash.rate", .5, "cash *2 same|less|discount|works|instead|rate"),
        P("cash.liquide", .6, "payer|pagar|bezahlen *3 liquide|efectivo|bar"),
        P("books.off", .6, "off *1 the *1 books|app|platform|record"),
        P("books.app", .6, "{not} *3 put|add|mark|book|write|mention|log|metas|marca *5 app|booking|system|book|it|visit"),
        P("books.app", .5, "no need|skip|cancel *4 booking|app|reservation|walk"),
        P("books.instead", .55, "instead|or *1 of *1 book|booking|trade"),
        P("gift.card", .45, "gift|vale voucher|card|cards|presente"),
        P("gift.list", .4, "my|our wishlist|wish"),
        P("gift.card", .5, "voucher *9 {me}|person|fee|instead|equal"),
        P("gift.swap", .5, "on the side"),
        P("gift.swap", .5, "currency|trade|barter *3 accepted|bike|for"),
        P("gift.swap", .4, "{nobody}|nothing said|knows"),
        P("gift.swap", .5, "buy|get me *6 groceries|wishlist|something"),
    ];

    private static Phrase P(string rule, double weight, string pattern) => new(Signal.OffPlatformPayment, $"payment.{rule}", weight, pattern);
}
