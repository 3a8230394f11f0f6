namespace SnoutOS.Domain.AntiPoaching.Phrasing;

/// <summary>Further ways of offering, hinting and paying, most of which need a second signal beside them.</summary>
internal static class BroaderPhrases
{
    public static readonly Phrase[] All =
    [
        S("own.account", .55, "por|per|auf|a|por mi|su|eigene|mon|conta cuenta|rechnung|compte|propria"),
        S("own.business", .5, "my|our new *1 {venture}"),
        S("own.business", .6, "branching out|off"),
        S("own.business", .6, "flying|going solo"),
        S("own.business", .55, "launching|launched|opened|opening|registered *3 {venture}"),
        S("own.leaving", .45, "last day|week|month *1 with|at *2 company|agency|them|firm"),
        S("without.leave", .65, "leave|keep|leaving|keeping *2 {their_office}|them *1 out"),
        S("without.behind", .5, "behind their|the|agencys back"),
        S("without.unofficial", .5, "unofficial|unofficially|informally"),
        S("without.system", .5, "{not} *2 in the system|app|schedule|calendar"),
        S("without.que", .7, "sin que *3 sepa|sepan|entere|enteren"),
        S("without.que", .6, "no se *1 entere|enteren"),
        S("without.que", .55, "no hace falta *4 app|agencia|oficina|avisar|llamar"),
        S("quiet.what", .65, "what they dont *1 know"),
        S("quiet.radar", .5, "under|off the radar|grid"),
        S("quiet.ears", .35, "between friends"),
        S("price.mejor", .5, "mejor|meilleur|besserer|melhor precio|prix|preis|preco"),
        S("price.cobro", .5, "te|le|lo|les cobro|hago|cobraria *2 menos|barato|descuento|#"),
        S("friends.refer", .45, "refer|recommend *2 me"),
        S("friends.pass", .55, "pass|give *3 my *1 {number}|name|details|contact *1 along|to|around|on"),
        S("friends.direct", .5, "friends|friend|neighbors|neighbours|neighbor|sister|moms *4 directly|privately|cheaper"),
        S("friends.bonus", .5, "referral *1 fee|bonus|discount"),
        S("meet.person", .2, "in|face person|face"),
        S("meet.talk", .3, "tell|talk|discuss|explain *4 person|face"),
        S("meet.writing", .5, "{not}|rather *2 on here|in|over writing|text"),
        S("meet.coffee", .45, "coffee|tea|drink *6 talk|discuss|chat|proposal|arrange|plan"),

        P("paper.trail", .6, "no|without paper trail"),
        P("paper.bill", .6, "ohne|sans|sin|sem rechnung|facture|factura|recibo|fatura"),
        P("paper.black", .6, "au black|noir"),
        P("paper.black", .6, "unter der hand"),
        P("split.saving", .5, "split|share the savings|saving|difference"),
        P("gift.return", .55, "voucher|wine|bottle|groceries|dinner|gift *5 instead|exchange|return"),
        P("gift.return", .4, "in exchange|return for"),
        P("gift.list", .5, "wishlist"),
        P("tip.instead", .45, "tip *4 instead|rather"),

        new(Signal.PhoneNumber, "phone.known", .6, "you|u|ya *1 already|still|tiene|tienes *1 have|got|know|tiene *1 my|mi {number}"),
        new(Signal.PhoneNumber, "phone.known", .55, "my|mi old|viejo|mismo {number}"),
        new(Signal.PhoneNumber, "phone.known", .55, "{number} still *1 works|good|active|mine"),
        new(Signal.PhoneNumber, "phone.near", .55, "digit|number *2 off|higher|lower|up"),
        new(Signal.PhoneNumber, "phone.near", .55, "last|final|first *1 digit|digits *4 #|higher|lower|instead"),
    ];

    private static Phrase S(string rule, double weight, string pattern) => new(Signal.Solicitation, $"solicitation.{rule}", weight, pattern);

    private static Phrase P(string rule, double weight, string pattern) => new(Signal.OffPlatformPayment, $"payment.{rule}", weight, pattern);
}
