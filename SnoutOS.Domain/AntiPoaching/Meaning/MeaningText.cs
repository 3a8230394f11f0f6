using System.Runtime.InteropServices;
using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Meaning;

/// <summary>One word of a message with what it means there.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct MeantWord
{
    public ulong Hash;
    public ulong Ideas;
    public int Token;
    public int Sentence;
    public int Stem;

    /// <summary>What the word alone adds, and which feature it is; 0 where it was there before.</summary>
    public int Weight;
    public int Feature;
}

/// <summary>A message as a row of words with their ideas. Its buffers are used again.</summary>
internal sealed class MeaningText(MeaningModel model)
{
    private const int MostOpen = 16;

    private static readonly ulong FewDigits = WordHash.Of("#"), SomeDigits = WordHash.Of("#3"), ManyDigits = WordHash.Of("#7");
    private static readonly ulong[] Signs = [.. Enumerable.Range(0, 128).Select(sign => "?@$%&".Contains((char)sign) ? WordHash.Of([(char)sign]) : 0)];

    private readonly WordSenses _senses = new(model);
    private readonly ushort[] _open = new ushort[2 * MostOpen];
    private MeantWord[] _words = new MeantWord[256];
    private int _message;

    public int Count { get; private set; }

    public ReadOnlySpan<MeantWord> Words => _words.AsSpan(0, Count);

    /// <summary>What the words say one by one, each once: most messages need no closer look.</summary>
    public int Glance(MessageText text)
    {
        _message++;
        var tokens = text.Tokens;
        var said = new BestRun();
        for (var index = 0; index < tokens.Length; index++)
        {
            ref readonly var token = ref tokens[index];
            var hash = token.Kind == TokenKind.Word ? token.Hash : HashOf(text, token);
            if (hash != 0)
            {
                ref var sense = ref _senses.Of(text, token, hash);
                said.Add(sense.Seen == _message ? 0 : sense.Glance);
                sense.Seen = _message;
            }
        }

        return said.Total;
    }

    public void Read(MessageText text)
    {
        if (_words.Length < text.Count)
        {
            _words = new MeantWord[Math.Max(text.Count, 2 * _words.Length)];
        }

        _message++;
        var (tokens, words) = (text.Tokens.Length, _words);
        var (count, sentence, open) = (0, 0, 0);
        for (var index = 0; index < tokens; index++)
        {
            ref readonly var token = ref text.Tokens[index];
            var hash = token.Kind == TokenKind.Word ? token.Hash : HashOf(text, token);
            if (hash != 0)
            {
                ref var sense = ref _senses.Of(text, token, hash);
                ref var word = ref words[count++];
                var isNew = sense.Seen != _message;
                sense.Seen = _message;
                word = new MeantWord { Hash = hash, Ideas = sense.Ideas, Token = index, Sentence = sentence, Stem = sense.Stem, Weight = isNew ? sense.Weight : 0, Feature = isNew ? sense.Feature : 0 };
                open = (open | sense.Start) != 0 ? Follow(ref word, open, sense.Start) : 0;
            }

            if (token.Kind is not (TokenKind.Word or TokenKind.Digits) && Ends(text, index))
            {
                sentence++;
                open = 0;
            }
        }

        Count = count;
    }

    /// <summary>Goes on with every saying that has begun, and begins those of this word.</summary>
    private int Follow(ref MeantWord word, int open, ushort start)
    {
        var still = 0;
        for (var index = 0; index < open; index++)
        {
            Keep(Ideas.Step(_open[index], word.Hash), ref word, ref still);
            if (Ideas.TakesAny(_open[index]))
            {
                Keep(Ideas.StepOver(_open[index]), ref word, ref still);
            }
        }

        Keep(start, ref word, ref still);
        _open.AsSpan(MostOpen, still).CopyTo(_open);
        return still;
    }

    private void Keep(int node, ref MeantWord word, ref int still)
    {
        if (node == 0 || still == MostOpen)
        {
            return;
        }

        if (Ideas.GoesOn(node))
        {
            _open[MostOpen + still++] = (ushort)node;
        }

        if (Ideas.At(node) is var idea and not 0)
        {
            word.Ideas = Ideas.With(word.Ideas, idea);
        }
    }

    private static ulong HashOf(MessageText text, in Token token) => token.Kind switch
    {
        TokenKind.Emoji => token.Hash,
        TokenKind.Digits => token.Length >= 7 ? ManyDigits : token.Length >= 3 ? SomeDigits : FewDigits,
        TokenKind.Symbol => text.Folded[token.Start] is < (char)128 and var sign ? Signs[sign] : 0,
        _ => 0,
    };

    /// <summary>The end of a message is none: what somebody sends in a row goes on.</summary>
    private static bool Ends(MessageText text, int index)
    {
        ref readonly var token = ref text.Tokens[index];
        return token.Kind is TokenKind.NewLine
            || (token.Kind == TokenKind.Symbol && text.Folded[token.Start] is '.' or '!' or '?' && (index + 1 == text.Count || !text.Tokens[index + 1].IsGlued));
    }
}
