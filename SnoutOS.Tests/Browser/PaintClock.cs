using Microsoft.Playwright;

namespace SnoutOS.Tests.Browser;

/// <summary>
/// Tells when a text was painted on a page, by the machine's clock, which the test shares. It waits for the frame after
/// the one in which the text came into the document, so the pixels are there.
/// </summary>
internal static class PaintClock
{
    private const string Watch = """
        text => {
          const isThere = () => [...document.querySelectorAll("[data-message] .text")].some(line => line.textContent === text);
          window.painted = new Promise(resolve => {
            const tell = () => requestAnimationFrame(() => {
              const frame = new MessageChannel();
              frame.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
              frame.port2.postMessage(null);
            });
            const changes = new MutationObserver(() => {
              if (isThere()) {
                changes.disconnect();
                tell();
              }
            });
            changes.observe(document.body, { childList: true, characterData: true, subtree: true });
          });
        }
        """;

    /// <summary>Runs what makes the text appear, and answers with the time from its beginning to the paint.</summary>
    public static async Task<TimeSpan> UntilPaintedAsync(this IPage page, string text, Func<Task> act)
    {
        await page.EvaluateAsync(Watch, text);
        var begin = TimeProvider.System.GetUtcNow();
        await act();
        var painted = await page.EvaluateAsync<double>("() => window.painted");
        return DateTimeOffset.UnixEpoch.AddMilliseconds(painted) - begin;
    }
}
