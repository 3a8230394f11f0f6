using SnoutOS.Domain.AntiPoaching.Meaning;
using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Bench.Training;

/// <summary>The features of a message by the names that they have in the file of weights.</summary>
internal static class FeatureNames
{
    /// <summary>What each word adds, alone and with those before it.</summary>
    public static string[][] Of(MessageText text, MeaningText meaning, string original)
    {
        var words = meaning.Words.ToArray();
        var stems = words.Select(word => StemOf(text, word, original)).ToArray();
        var (heard, said) = (new HashSet<ulong>(), new HashSet<string>(StringComparer.Ordinal));
        return [.. words.Select((word, index) => (string[])[.. heard.Add(word.Hash) ? Alone(text, word, stems[index]) : [], .. Together(words, stems, index).Where(said.Add)])];
    }

    /// <summary>What the words say one by one, with all of their ideas.</summary>
    public static string[][] AtAGlance(MessageText text, MeaningText meaning, string original)
    {
        var heard = new HashSet<ulong>();
        return [.. meaning.Words.ToArray().Where(word => heard.Add(word.Hash)).Select(word => (string[])[.. Alone(text, word, StemOf(text, word, original)), .. Unpacked(Ideas.Of(word.Hash)).Select(idea => $"idea {idea}")])];
    }

    private static IEnumerable<string> Alone(MessageText text, in MeantWord word, string stem) => Pieces(WordOf(text, word)).Append($"word {stem}");

    private static IEnumerable<string> Together(MeantWord[] words, string[] stems, int index)
    {
        foreach (var idea in IdeasOf(words[index]))
        {
            yield return $"idea {idea}";
        }

        if (index > 0 && words[index - 1].Sentence == words[index].Sentence)
        {
            yield return $"pair {stems[index - 1]} {stems[index]}";
        }

        for (var other = index - 1; other >= Math.Max(0, index - MeaningScore.Window) && words[other].Sentence == words[index].Sentence; other--)
        {
            foreach (var (first, second) in IdeasOf(words[other]).SelectMany(first => IdeasOf(words[index]).Select(second => (first, second))))
            {
                yield return $"near {first} {second}";
                if (other >= index - MeaningScore.Beside)
                {
                    yield return $"beside {first} {second}";
                }
            }
        }
    }

    private static IEnumerable<string> Pieces(string word)
    {
        var marked = $"<{word}>";
        for (var letters = MeaningModel.FewestLetters; word.Length >= 3 && letters <= MeaningModel.MostLetters; letters++)
        {
            for (var start = 0; start + letters <= marked.Length; start++)
            {
                yield return $"piece {marked.Substring(start, letters)}";
            }
        }
    }

    private static IEnumerable<string> IdeasOf(MeantWord word) => Unpacked(word.Ideas);

    private static IEnumerable<string> Unpacked(ulong ideas)
    {
        for (; ideas != 0; ideas >>= 8)
        {
            yield return Ideas.NameOf((byte)ideas);
        }
    }

    private static string StemOf(MessageText text, in MeantWord word, string original)
    {
        var token = text.Tokens[word.Token];
        switch (token.Kind)
        {
            case TokenKind.Digits:
                return token.Length >= 7 ? "#7" : token.Length >= 3 ? "#3" : "#";
            case TokenKind.Emoji:
                var start = text.Folded.OriginalStart(token.Start);
                return original[start..text.Folded.OriginalEnd(token.End - 1)];
            case TokenKind.Symbol:
                return text.TextOf(token).ToString();
            default:
                var read = WordOf(text, word);
                var stem = new char[Math.Max(read.Length, 1)];
                return read.Length == 0 ? "-" : new string(stem, 0, Stems.Of(read, stem));
        }
    }

    private static string WordOf(MessageText text, in MeantWord word)
    {
        var letters = new char[24];
        return text.Tokens[word.Token].Kind == TokenKind.Word ? new string(letters, 0, WordSenses.Write(text, text.Tokens[word.Token], word.Hash, letters)) : "";
    }
}
