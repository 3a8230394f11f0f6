using System.Collections.Concurrent;

namespace SnoutOS.Web.Access;

/// <summary>
/// Remembers for a short while whether a session or token is good, so that not every request asks the database.
/// What changes here is forgotten at once; what changes on another node is noticed when the time is up.
/// </summary>
public sealed class RecentAnswers<TKey, TAnswer>(TimeProvider clock)
    where TKey : notnull
{
    private const int Most = 10_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<TKey, (TAnswer Answer, DateTimeOffset Until)> _answers = new();

    public async ValueTask<TAnswer> GetAsync(TKey key, Func<TKey, Task<TAnswer>> ask)
    {
        var now = clock.GetUtcNow();
        if (_answers.TryGetValue(key, out var known) && now < known.Until)
        {
            return known.Answer;
        }

        var answer = await ask(key);
        if (_answers.Count >= Most)
        {
            // Guessed keys must not fill the memory; the good ones are asked again.
            _answers.Clear();
        }

        _answers[key] = (answer, now + Lifetime);
        return answer;
    }

    public void Forget(TKey key) => _answers.TryRemove(key, out _);

    public void Forget() => _answers.Clear();
}
