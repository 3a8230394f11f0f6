namespace SnoutOS.Domain.AntiPoaching.Phrasing;

/// <summary>
/// Talk about numbers: whose it is, what else it may be, how it is to be read, and where it can be found when it is not
/// in the message itself.
/// </summary>
internal static class ContactPhrases
{
    public static readonly Phrase[] All =
    [
        C(Signal.Self, "self.my", .8, "{my} *2 {number}"),
        C(Signal.Self, "self.number", .4, "{number}"),
        C(Signal.Self, "self.im", .6, "im|estoy|bin|suis|sou|am *2 #"),
        C(Signal.Self, "self.call", .8, "{call} *1 me|us"),
        C(Signal.Self, "self.at", .5, "{call} *2 at|on|al|au|unter|no"),
        C(Signal.Self, "self.call", .7, "llamame|llameme|marcame|marqueme|hableme|hablame|textea|texteame|escribeme|anoteme|appelez|chama|hmu"),
        C(Signal.Self, "self.reach", .7, "reach|dial|direct|personal|private *1 me|line|cell|number|mobile"),
        C(Signal.Self, "self.thats", .6, "thats|its *1 me|mine|my"),
        C(Signal.Self, "self.thats", .5, "mine|personal|local|zap|whatsapp|save|salva"),
        C(Signal.Self, "self.area", .6, "area|same|first *2 code|area|three"),
        C(Signal.Self, "self.relative", .6, "my|mi|mein|meine|meu|minha|mon|ma *1 {relative}"),
        C(Signal.Self, "self.relative", .5, "{relative}"),
        C(Signal.Self, "self.dial", .5, "{dial}"),
        C(Signal.Institution, "institution", .6, "{vet}|{their_office}"),
        C(Signal.Institution, "institution", .6, "on|per *1 the|your *1 card"),
        C(Signal.Claim, "claim", .6, "{claim}"),
        C(Signal.Reversed, "reversed", .6, "{reverse}"),
        C(Signal.Reversed, "reversed", .6, "other way"),
        C(Signal.Reversed, "reversed", .6, "right to left"),
        C(Signal.Reversed, "reversed", .6, "start *2 end"),
        C(Signal.Reversed, "reversed", .6, "em call|text"),
        C(Signal.Puzzle, "puzzle", .5, "{wink}"),
        C(Signal.Puzzle, "puzzle.count", .5, "count me|them|up|cuente|cuentale|cuentalas"),
        C(Signal.Puzzle, "puzzle.count", .5, "cuente|cuentale|cuenta|dice las|los|patitas|ur"),
        C(Signal.Puzzle, "puzzle.letter", .5, "letter|letters|letras *9 number|digit|alphabet|keypad|teclado|place|numbers|buttons"),
        C(Signal.Puzzle, "puzzle.letter", .75, "a # b #"),
        C(Signal.Puzzle, "puzzle.says", .5, "read|look *2 the|me|keys|top *1 grades|row|keys|middle"),
        C(Signal.Puzzle, "puzzle.says", .5, "now|take *2 numbers|figures|fives|digits"),
        C(Signal.Puzzle, "puzzle.math", .5, "plus|minus|divided|multiplied|multiplicado|shy|sumale"),
        C(Signal.Puzzle, "puzzle", .5, "only|just *1 the numbers|figures|digits"),
        C(Signal.Puzzle, "puzzle", .5, "thats|the|is|es *2 message|answer|hint|clue"),
        C(Signal.Puzzle, "puzzle", .5, "work *2 out"),
        C(Signal.Puzzle, "puzzle", .5, "count me|them|the|up"),
        C(Signal.Puzzle, "puzzle", .5, "not really|a|actually *2 chip|dose|time|code|tracking"),

        // The number is somewhere else.
        C(Signal.PhoneNumber, "phone.hidden", .8, "left|leave|wrote|written|write|put|stuck|taped|tucked|deje|anotado|mis|ecrit|klebt|deixei *5 my|mi|mon|meine|meu|personal *2 {number}"),
        C(Signal.PhoneNumber, "phone.hidden", .75, "my|personal *2 {number}|particulars *3 on|in|under|behind|inside|at|taped|stuck|there|off *4 {hide}|{place}"),
        C(Signal.PhoneNumber, "phone.hidden", .6, "my|mi|me *1 cell|number|numero there"),
        C(Signal.PhoneNumber, "phone.hidden", .75, "mi|my|meine|mon {number} *3 {hide}"),
        C(Signal.PhoneNumber, "phone.hidden", .55, "{number} *3 is *3 {hide} & !{vet}"),
        C(Signal.PhoneNumber, "phone.media", .6, "{media} & {number} & my|mi|mon|mein|meine & zoom|read|look|wrote|written|screen|whiteboard|chalkboard|back|papelito|ardoise|tipe|type|holding|two"),
        C(Signal.PhoneNumber, "phone.media", .55, "zoom|hazle|agrandissez *4 {hide}|{media}"),
        C(Signal.PhoneNumber, "phone.media", .75, "vcard|v-card|qr"),
        C(Signal.PhoneNumber, "phone.hidden", .6, "{number} *2 on|en|auf|sur|que *4 my|mi|mein|mon|do *3 {hide}|carro|door|van|puerta"),
        C(Signal.PhoneNumber, "phone.hidden", .55, "my *1 {number} *1 on *1 it|tag|collar|back|note|card|fridge|whiteboard|door"),
        C(Signal.PhoneNumber, "phone.hidden", .55, "check|look *4 for my {number}"),
        C(Signal.PhoneNumber, "phone.media", .5, "{media} *4 zoom|closely"),
        C(Signal.PhoneNumber, "phone.media", .5, "scan *2 code|my|qr"),
        C(Signal.PhoneNumber, "phone.hidden", .55, "number|numbers|cell on|in *1 my|the *1 car|van|truck|shirt|jacket|profile|post|postit|kettle|fridge"),
        C(Signal.PhoneNumber, "phone.same", .55, "area code & #"),
        C(Signal.PhoneNumber, "phone.same", .5, "# you had *4 for me|live|works"),
        C(Signal.PhoneNumber, "phone.same", .55, "mismo numero|mismo"),
        C(Signal.PhoneNumber, "phone.same", .55, "same number|line *3 as|i|that"),
        C(Signal.PhoneNumber, "phone.same", .55, "number *2 i *2 called|texted|rang"),
        C(Signal.PhoneNumber, "phone.same", .55, "my|mi *1 {number} *6 ends|ending|terminado|termina|differs|digit|except"),
        C(Signal.PhoneNumber, "phone.same", .6, "{number} *9 ends|ending|terminado|termina|endet *2 #"),
        C(Signal.PhoneNumber, "phone.same", .5, "old|last *1 number *4 still|works|live"),
        C(Signal.PhoneNumber, "phone.file", .5, "file|filename|vid|video|img|photo|renamed *4 called|name|named|reason & #"),
        C(Signal.PhoneNumber, "phone.name", .55, "my *2 display|profile *1 name"),
        C(Signal.PhoneNumber, "phone.details", .6, "my|mes *1 particulars|coordonnees"),
    ];

    private static Phrase C(Signal signal, string rule, double weight, string pattern) => new(signal, rule, weight, pattern);
}
