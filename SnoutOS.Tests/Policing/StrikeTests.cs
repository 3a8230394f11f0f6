using System.Net;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Bookings;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Policing;

/// <summary>Strikes, the alert at the second, the lock at the third, and how a sitter comes back.</summary>
public sealed class StrikeTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Attempts_to_one_client_within_ten_minutes_are_one_strike()
    {
        var day = await PolicedDay.OpenAsync(product);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await day.AttemptAsync();
        }

        Assert.Equal("active", await day.AnasStatusAsync());
        Assert.Empty(await day.AuditAsync("alert.second_strike"));
    }

    [Fact]
    public async Task The_second_alerts_the_third_pauses_and_the_sitter_is_told_before()
    {
        var day = await PolicedDay.OpenAsync(product);
        var said = new List<string>();
        for (var strike = 0; strike < 3; strike++)
        {
            var problem = await (await day.WriteAsync(PolicedDay.Poaching)).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "anti_poaching_blocked");
            said.Add(problem.Text("message"));
            product.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        Assert.Contains("Change it and send again", said[0], StringComparison.Ordinal);
        Assert.Contains("One more pauses your messaging", said[1], StringComparison.Ordinal);
        Assert.Contains("is paused", said[2], StringComparison.Ordinal);
        Assert.Equal(["system|strikes:2|"], await day.AuditAsync("alert.second_strike"));
        Assert.Equal(["system|strikes:3|"], await day.AuditAsync("sitter.locked"));
        await (await day.WriteAsync(PolicedDay.Clean)).IsProblemAsync(HttpStatusCode.Locked, "sitter_locked");
    }

    [Fact]
    public async Task Unlocking_starts_the_count_anew()
    {
        var day = await PolicedDay.OpenAsync(product);
        await day.StrikesAsync(3);
        (await day.Office.PostAsync($"/api/sitters/{day.Ana.SitterId}/unlock", new { reason = "We talked" })).EnsureSuccessStatusCode();
        Assert.Equal("active", await day.AnasStatusAsync());
        await day.SendAsync(PolicedDay.Clean);
        await day.AttemptAsync();
        Assert.Equal("active", await day.AnasStatusAsync());
    }

    [Fact]
    public async Task Strikes_of_more_than_thirty_days_ago_count_no_more()
    {
        var day = await PolicedDay.OpenAsync(product);
        await day.StrikesAsync(2);

        await using var db = day.Office.Db();
        var longAgo = product.Clock.GetUtcNow() - Domain.Policing.Strikes.CountFor;
        await db.Violations.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.At, longAgo));
        await day.AttemptAsync();
        Assert.Equal("active", await day.AnasStatusAsync());
    }

    [Fact]
    public async Task A_false_alarm_takes_its_strike_and_the_lock_along()
    {
        var day = await PolicedDay.OpenAsync(product);
        var attempts = await day.StrikesAsync(3);
        Assert.Equal("locked", await day.AnasStatusAsync());
        (await day.DismissAsync(attempts[1])).EnsureSuccessStatusCode();
        Assert.Equal("locked", await day.AnasStatusAsync());
        (await day.DismissAsync(attempts[0], falsePositive: true)).EnsureSuccessStatusCode();
        Assert.Equal("active", await day.AnasStatusAsync());
        Assert.Equal(["system|false_positive|"], await day.AuditAsync("sitter.unlocked"));
    }

    [Fact]
    public async Task A_lock_from_the_owners_hand_stays_whatever_is_dismissed()
    {
        var day = await PolicedDay.OpenAsync(product);
        var attempt = await day.AttemptAsync();
        (await day.Office.PostAsync($"/api/sitters/{day.Ana.SitterId}/lock", new { reason = "On leave" })).EnsureSuccessStatusCode();
        (await day.DismissAsync(attempt, falsePositive: true)).EnsureSuccessStatusCode();
        Assert.Equal("locked", await day.AnasStatusAsync());
    }
}
