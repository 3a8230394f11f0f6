using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Words;

/// <summary>
/// Number words of the languages that people write here, as they read without accents. A row is "value words…".
/// </summary>
internal static class NumberWords
{
    public static readonly (NumberKind Kind, string[] Rows)[] All =
    [
        (NumberKind.Digit,
        [
            "0 zero nought naught nil zilch cero null zéro zer0 zip ziro zeroo zro cerro",
            "1 one uno une un eins ein eine um uma wun",
            "2 two dos deux zwei zwo dois duas",
            "3 three tres trois drei thre threee",
            "4 four cuatro quatre vier quatro kuatro",
            "5 five cinco cinq fünf fuenf sinco cinko sinko fife fiver fivve",
            "6 six seis sechs meia sei sixx",
            "7 seven siete sept sieben sete sevun sevn seben",
            "8 eight ocho huit acht oito eigth eght",
            "9 nine nueve neuf neun nove niner nyne",
        ]),
        (NumberKind.Teen,
        [
            "10 ten diez dix zehn dez", "11 eleven once onze elf", "12 twelve doce douze zwölf doze", "13 thirteen trece treize dreizehn treze",
            "14 fourteen catorce quatorze vierzehn catorze", "15 fifteen quince quinze fünfzehn", "16 sixteen dieciseis seize sechzehn dezesseis dezasseis",
            "17 seventeen diecisiete siebzehn dezessete dezassete", "18 eighteen dieciocho achtzehn dezoito", "19 nineteen diecinueve neunzehn dezenove dezanove",
            "21 veintiuno", "22 veintidos", "23 veintitres", "24 veinticuatro", "25 veinticinco", "26 veintiseis", "27 veintisiete", "28 veintiocho", "29 veintinueve",
        ]),
        (NumberKind.Tens,
        [
            "20 twenty veinte vingt vingts zwanzig vinte", "30 thirty treinta trente dreissig trinta thirdy", "40 forty fourty cuarenta quarante vierzig quarenta",
            "50 fifty cincuenta cinquante fünfzig cinquenta", "60 sixty sesenta soixante sechzig sessenta", "70 seventy setenta septante siebzig",
            "80 eighty ochenta huitante octante achtzig oitenta", "90 ninety noventa nonante neunzig ninty",
        ]),
        (NumberKind.Hundred, ["100 hundred cien ciento cent cents hundert cem cento"]),
        (NumberKind.Hundreds,
        [
            "200 doscientos duzentos", "300 trescientos trezentos", "400 cuatrocientos quatrocentos", "500 quinientos quinhentos",
            "600 seiscientos seiscentos", "700 setecientos setecentos", "800 ochocientos oitocentos", "900 novecientos novecentos",
        ]),
        (NumberKind.Repeat, ["2 double doble doppel dubble dobro twice", "3 triple treble tripple triplo dreifach thrice", "4 quadruple quad cuadruple"]),
        (NumberKind.Plural,
        [
            "0 zeros zeroes ceros zeros noughts ohs nullen", "1 ones unos uns einsen", "2 twos doses zweien", "3 threes treses dreien", "4 fours cuatros vieren",
            "5 fives cincos fünfen cinqs", "6 sixes sixs seises sechsen", "7 sevens sietes siebenen", "8 eights ochos achten", "9 nines nueves neunen",
        ]),
        (NumberKind.Sound,
        [
            "0 oh o ow owe ou nada zelo snow ooh oo", "1 won juan wan sun bun", "2 to too tu tue dough du", "3 tree free thee trez drie", "4 for fore fower fo door core por",
            "5 hive live dive alive jive knives sinto", "6 sicks sticks sics sex sixt chicks", "7 heaven leven sebben", "8 ate ait eit late gate bait", "9 wine line dine mine fine nein pine noivo",
        ]),
    ];
}
