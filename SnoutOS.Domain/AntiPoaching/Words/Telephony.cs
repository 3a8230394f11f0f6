using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Words;

/// <summary>The words that stand around what is written out, over all languages.</summary>
internal static class Telephony
{
    public static readonly (Topic Topic, string Words)[] Rows =
    [
        (Topic.Dial, "bell shout call calling text txt texting ring ringing dial dialing buzz phone telephone reach reachable reached holler hmu ping sms page beep fax whatsapp msg message contact callin llamame llameme llama llame llamar marcame marqueme marque marca marcale hableme hablame textea texteame escribeme anote anota anotalo apunta appelez appelle appeler joindre textez ecrivez sonnez ruf rufen anrufen erreichen erreichbar melden schreib schreiben liga ligue ligar chama chame tawag tumawag chiamami zvonite zvoni bel bellen call/text"),
        (Topic.Telephone, "number numbers nomber nuber numbr numba num cell celly cellphone mobile mob mobil phone phones fone telephone tel tele landline line hotline digits contact extension ext nummer numero numeros telefono telefon celular cel movil fono portable handy telefone fone zap whats whatsapp signal rufnummer telefonnummer handynummer numer nomer namba nummeret"),
        (Topic.Me, "me us myself im i'm mine moi nous conmigo yo mir mich uns eu mim ako ours"),
        (Topic.My, "my our ours mine mi mis nuestro nuestra mon ma mes notre mein meine meiner unser unsere meu minha nosso mio mia mijn moj mitt"),
        (Topic.Relative, "husband husbands wife wifes hubby mom moms mum mums mama dad dads daddy brother brothers sister sisters bro sis cousin niece nephew boyfriend girlfriend bf gf partner partners flatmate roommate housemate son daughter friend friends assistant fiance esposo esposa marido hermano hermana primo prima novio novia amiga amigo mari femme frere soeur copain copine mann frau bruder schwester freund freundin irmao irma namorado namorada mae pai"),
        (Topic.Vet, "vet vets vet's veterinarian veterinary veterinario veterinaria veterinaire tierarzt tierarztin clinic clinics clinica clinique klinik praxis hospital hopital animal er dr doctor doc doktor poison aspca surgery triage groomer groomers pharmacy plumber electrician locksmith landlord concierge hotel hotline police 911 doorman super pharmacist surgeon specialist cardiology petco petsmart chewy farrier breeder rescue shelter insurance utility restaurant pizza airline bank dentist taxi cab maintenance helpline veneno antipoison registry depot warehouse store shop"),
        (Topic.Office, "office offices ofice ofis offis frontdesk headquarters hq reception receptionist dispatch dispatcher scheduler oficina agencia recepcion accueil bureau agence buero agentur zentrale escritorio agency company"),
        (Topic.Claim, "chip microchip avid tag rabies wifi wi-fi password passcode pw pass pin code codes serial order tracking ups usps fedex dhl amazon invoice receipt transaction acct account policy member license licence licens claim confirmation reference ref upc isbn meter plate flight router network model gate alarm lockbox padlock keypad safe locker part ticket certificate cert registration batch lot rx sku barcode id booking passport bin iban routing tracker coupon voucher parcel parcels package packages delivery courier specimen slip lab sticker job metter lottery bp pressure sugar intake output calories weight weights reading readings type bulb tank sn litter log score scores ndc dea npi vin zip permit plates hymns hymn case impound raffle cleaning inspection coat check label warranty awb cabin room seat coach res reservation itinerary section row combo combination puce codigo commande colis facture serie clave placa pedido rastreo guia paquete orden factura poliza bestellung sendung rechnung kennzeichen schliessfach seriennummer chipnummer pedido rastreio encomenda senha portao portail digicode isbn insurance steps glucose grams temps pages page hymnal verse psalm chapter vol version firmware epc lottery drawn"),
        (Topic.Assembly, "area prefix preceded precede precedes front head middle tail ends ending digits digit digs nought naught first last final finally then followed prepend append stick before backwards vorwahl ziffern indicatif lada prefijo ddd terminado termina endet reste rest half remaining"),
        (Topic.Area, "area prefix vorwahl indicatif lada prefijo ddd"),
        (Topic.Rank, "first last final second third other half rest remaining ends ending end part tail head middle front back beginning start before after ended termina terminado endet finit"),
        (Topic.Arithmetic, "plus minus times divided multiplied squared dozen dozens less half double add added adding sum subtract equals mas menos plusminus mal geteilt fois moins"),
        (Topic.Joint, "and y e et und times mal veces vezes fois x"),
        (Topic.Roman, "ii iii iv vi vii viii ix nulla"),
        (Topic.Back, "left end"),
        (Topic.Site, "www dotcom dotnet dotorg puntocom pontocom"),
        (Topic.Nought, "oh o ow ou zip zilch nada none nothing rest gap blank quiet miss joker silence skip"),
    ];
}
