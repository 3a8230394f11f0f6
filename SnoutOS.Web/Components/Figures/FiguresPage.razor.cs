using Microsoft.AspNetCore.Components;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Policing.Figures;
using SnoutOS.Web.Components.Policing;

namespace SnoutOS.Web.Components.Figures;

/// <summary>What was held back, masked and flagged in the last weeks, and what became of it.</summary>
public sealed partial class FiguresPage(PoachingFigures figures, SitterBook book)
{
    private const int MostSitters = 1000;

    /// <summary>Every message of the business is news here, and the figures of a quarter are not read for each.</summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(1);

    private FiguresReport _report = null!;
    private IReadOnlyList<SitterListing> _sitters = [];
    private FiguresFilter? _shown;
    private long? _lastRead;

    [SupplyParameterFromQuery(Name = "sitter")]
    private Guid? Sitter { get; set; }

    [SupplyParameterFromQuery(Name = "type")]
    private string? TypeWord { get; set; }

    private FindingType? Type => FiguresFilter.TryReadType(TypeWord, out var type) ? type : null;

    private FiguresFilter Filter => new(SitterId: Sitter, Type: Type);

    private bool IsNarrowed => Filter != new FiguresFilter();

    private bool IsEmpty => _report.Total is { Blocked: 0, Masked: 0, Flagged: 0 };

    private List<FiguresTable.Row> Types =>
        [.. _report.Types.Select(row => new FiguresTable.Row(RuleWords.Title(row.Type), FiguresAddress.Of(Sitter, row.Type), row.Counts))];

    private List<FiguresTable.Row> Writers =>
    [
        .. _report.Sitters.Select(row => row.SitterId is { } id
            ? new FiguresTable.Row(row.Name, FiguresAddress.Of(id, Type), row.Counts)
            : new FiguresTable.Row("Written by clients", null, row.Counts)),
    ];

    /// <summary>With the day the running week may end.</summary>
    protected override DateTimeOffset? NextChangeAt => Time.DayEndsAt;

    protected override async Task OnParametersSetAsync()
    {
        if (IsLoaded && _shown != Filter)
        {
            _lastRead = null;
            await RefreshAsync();
        }
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_lastRead is { } last && LongPause - SystemClock.GetElapsedTime(last) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, SystemClock, cancellationToken);
        }

        _lastRead = SystemClock.GetTimestamp();
        var filter = Filter;
        _sitters = (await book.ListAsync(Reader, after: null, MostSitters, cancellationToken))!.Items;
        (_report, _shown) = (await figures.ReadAsync(Reader, filter, cancellationToken), filter);
    }
}
