using SnoutOS.Web.Simulator.Carrier;

namespace SnoutOS.Web.Simulator.Weather;

/// <summary>What can go wrong between a business and a phone, by the names that the panel gives them.</summary>
public static class CarrierWeather
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    /// <summary>Longer than anybody waits for an answer.</summary>
    private static readonly TimeSpan NoAnswer = TimeSpan.FromSeconds(30);

    /// <summary>What becomes of a message that the business sends.</summary>
    public static IReadOnlyList<CarrierBehavior> Sends { get; } =
    [
        new() { Name = "Sunny: delivered" },
        new() { Name = "Phone is off (30003)", FailWith = 30003, LeavesFirst = true },
        new() { Name = "Filtered as spam (30007)", FailWith = 30007, LeavesFirst = true },
        new() { Name = "Landline (30006)", FailWith = 30006 },
        new() { Name = "Opted out there (21610)", RefuseWith = 21610 },
        new() { Name = "Too many requests, twice (429)", SlowDowns = 2 },
        new() { Name = "Error 500 after accepting", Answer = CarrierAnswer.ServerError },
        new() { Name = "Line drops after accepting", Answer = CarrierAnswer.Dropped },
        new() { Name = "No answer after accepting", AnswerDelay = NoAnswer },
    ];

    /// <summary>How the business hears of it. Of these, only what callbacks do is looked at.</summary>
    public static IReadOnlyList<CarrierBehavior> Callbacks { get; } =
    [
        new() { Name = "in order" },
        new() { Name = "backwards", Callbacks = CarrierCallbacks.Backwards },
        new() { Name = "each twice", Copies = 2 },
        new() { Name = "5 seconds late", CallbackDelay = Late },
        new() { Name = "never", Callbacks = CarrierCallbacks.Lost },
    ];

    /// <summary>How what a phone texts comes to the webhook.</summary>
    public static IReadOnlyList<CarrierBehavior> Webhooks { get; } =
    [
        new() { Name = "once" },
        new() { Name = "twice", Copies = 2 },
        new() { Name = "five times", Copies = 5 },
        new() { Name = "5 seconds late", CallbackDelay = Late },
        new() { Name = "never, the poll finds it", Callbacks = CarrierCallbacks.Lost },
    ];

    /// <summary>One kind of sending with one kind of hearing of it.</summary>
    public static CarrierBehavior Of(CarrierBehavior send, CarrierBehavior callbacks) => send with
    {
        Name = $"{send.Name}, callbacks {callbacks.Name}",
        Callbacks = callbacks.Callbacks,
        CallbackDelay = callbacks.CallbackDelay,
        Copies = callbacks.Copies,
    };
}
