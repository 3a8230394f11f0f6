namespace SnoutOS.Domain.AntiPoaching.Phrasing;

/// <summary>Talk about mailboxes and sites whose address is not written out.</summary>
internal static class MailPhrases
{
    public static readonly Phrase[] All =
    [
        M(Signal.Email, "email.written", .85, "{at} *5 {dot} *1 {tld}"),
        M(Signal.Email, "email.written", .8, "a *2 d|full *1 {tld}|stop"),
        M(Signal.Email, "email.half", .3, "{at} *3 {dot}"),
        M(Signal.Url, "url.written", .8, "{dot} *1 {tld} & !{at}"),
        M(Signal.Email, "email.provider", .75, "{my}|ma *1 {provider}"),
        M(Signal.Email, "email.provider", .75, "{provider} *1 is|its|es|name|at"),
        M(Signal.Email, "email.provider", .75, "im|its|it|name|at|bei|mine|me *4 {provider}"),
        M(Signal.Email, "email.provider", .4, "{provider}"),
        M(Signal.Email, "email.there", .4, "{provider} & send|write|there|reach|add|up"),
        M(Signal.Email, "email.asked", .45, "{your} *2 email|mail|correo"),
        M(Signal.Email, "email.sign", .55, "at|curly sign"),
        M(Signal.Email, "email.sign", .6, "arroba|arobase|klammeraffe"),
        M(Signal.Email, "email.spelled", .5, "my|mi|mon|meu *1 email|mail|correo *1 is|es|address|its"),
        M(Signal.Url, "url.own", .5, "my|mi|our *2 website|site|booking|page|webpage"),
        M(Signal.Url, "url.qr", .6, "qr"),
        M(Signal.Url, "url.www", .6, "world wide web"),
        M(Signal.Url, "url.www", .6, "double u double u"),
        M(Signal.Url, "url.www", .45, "www"),
        M(Signal.Url, "url.written", .6, "{dot} *4 slash|barra"),
        M(Signal.Url, "url.written", .75, "{dot} l y"),
        M(Signal.PetName, "pet.does", .6, "{payment}|{network}|{wordy_network}|{short_payment} *2 ate|eats|eating|walked|peed|pooped|pood|slept|sleeps|sleeping|asleep|barked|barks|had|loves|likes|hates|was|hid|bit|threw|refused|limping|seems|looks|gets|needs|won|wont|did|jumped|ran|chased|growled|purred|hissed"),
        M(Signal.PetName, "pet.gets", .6, "walk|walked|feed|fed|kiss|pet|brush|bathed|brushed|hug|cuddle|give|gave|medicate|call|named|calling|love|miss|poor|little|sweet *1 {payment}|{network}|{wordy_network} & !me"),
        M(Signal.PetName, "pet.gets", .6, "{payment}|{network} *2 tabby|ginger|puppy|kitten|cat|dog|parrot|bowl|leash|crate|litter|collar|cage|tank|bed|tail|paw|meds|pill"),
        M(Signal.Institution, "institution", .6, "portal|login|invoice|vaccination|vaccine|clinics|discharge"),
        M(Signal.ThroughOffice, "office.ask", .6, "ask|tell|told|reach|through|with|text|call|from|to|via|by|says|said|let *3 {their_office}|oficina|bureau|buero"),
        M(Signal.ThroughOffice, "office.does", .6, "{their_office} *2 will|can|said|says|asks|added|adds|moved|set|sent|made|put|has|is|keeps|ill|keep|kindly|told|cambio"),
        M(Signal.ThroughOffice, "office.place", .6, "office|oficina|agency *1 for|about|if|whether|por"),
    ];

    private static Phrase M(Signal signal, string rule, double weight, string pattern) => new(signal, rule, weight, pattern);
}
