namespace SnoutOS.Domain.AntiPoaching.Words;

/// <summary>
/// The ten digits of further languages, in order from nought, as they read when folded. Their words are everyday words
/// elsewhere, so they only count among many.
/// </summary>
internal static class OtherTongues
{
    public static readonly string[] Digits =
    [
        "zero uno due tre quattro cinque sei sette otto nove", // Italian
        "nul een twee drie vier vijf zes zeven acht negen", // Dutch
        "noll ett två tre fyra fem sex sju åtta nio", // Swedish
        "null en to tre fire fem seks syv åtte ni", // Norwegian, Danish
        "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć", // Polish
        "nula jedna dva tri čtyři pět šest sedm osm devět", // Czech
        "ноль один два три четыре пять шесть семь восемь девять", // Russian
        "nol odin dva tri chetyre pyat shest sem vosem devyat",
        "нуль раз дві три чотири пʼять шість сім вісім девʼять", // Ukrainian
        "sero isa dalawa tatlo apat lima anim pito walo siyam", // Tagalog
        "kosong satu dua tiga empat lima enam tujuh delapan sembilan", // Indonesian, Malay
        "nol esa dua tiga ampat lima enam tujuh lapan sanga",
        "không một hai ba bốn năm sáu bảy tám chín", // Vietnamese
        "sifuri moja mbili tatu nne tano sita saba nane tisa", // Swahili
        "sıfır bir iki üç dört beş altı yedi sekiz dokuz", // Turkish
        "shunya ek do teen char paanch chhe saat aath nau", // Hindi, Urdu
        "sifar ik doh tin chaar panch chhah sat ath nao",
        "ling yi er san si wu liu qi ba jiu", // Mandarin
        "rei ichi ni san yon go roku nana hachi kyuu", // Japanese
        "gong il i sam sa o yuk chil pal gu", // Korean
        "sifr wahid ithnan thalatha arbaa khamsa sitta sabaa thamaniya tisaa", // Arabic
        "efes achat shtayim shalosh arba chamesh shesh sheva shmone tesha", // Hebrew
        "zero unu doi trei patru cinci sase sapte opt noua", // Romanian
        "midén éna dýo tría téssera pénte éxi eptá októ ennéa", // Greek
        "náid haon dó trí ceathair cúig sé seacht ocht naoi", // Irish
        "nihil unus duo tres quattuor quinque sex septem octo novem", // Latin
        "ole ekahi elua ekolu eha elima eono ehiku ewalu eiwa", // Hawaiian
    ];
}
