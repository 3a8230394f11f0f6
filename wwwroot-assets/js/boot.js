// Starts the circuit. Tries again with growing, jittered pauses, so that a thousand pages do not return in one second
// after a deployment, and never gives up: what was typed is kept, and the address holds the rest.
const longestPause = 15_000;

function pauseBefore(attempt) {
  const base = Math.min(400 * 1.7 ** attempt, longestPause);
  return Math.round(base * (0.5 + Math.random()));
}

Blazor.start({
  circuit: {
    reconnectionOptions: { maxRetries: 10_000, retryIntervalMilliseconds: pauseBefore },
  },
});
