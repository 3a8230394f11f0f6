using System.Net;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Organizations;

public sealed class OffboardingTests(Product product) : IClassFixture<Product>
{
    private DateTimeOffset Now => product.Clock.GetUtcNow();

    [Fact]
    public async Task Number_visits_windows_and_waiting_messages_leave_with_the_sitter()
    {
        var team = await HireTeamAsync();
        await OffboardAsync(team, new { reason = "Moved away" });
        await using var db = team.Office.Db();
        var number = await db.Numbers.SingleAsync(row => row.Id == team.Number);
        Assert.Equal((NumberStatus.CoolingDown, team.Ana), (number.Status, number.FormerSitterId!.Value));
        Assert.Equal(Now.AddDays(90), number.CoolsUntil!.Value, TimeSpan.FromSeconds(1));
        Assert.Null((await db.Visits.SingleAsync(row => row.Id == team.Ahead.Id)).SitterId);
        Assert.Null((await db.Visits.SingleAsync(row => row.Id == team.Running.Id)).SitterId);
        Assert.Equal(team.Ana, (await db.Visits.SingleAsync(row => row.Id == team.Done.Id)).SitterId);
        Assert.False(await db.Bookings.AnyAsync(row => row.SitterId != null));
        Assert.Equal([team.Done.Id], await LiveWindows(team).Select(window => window.VisitId).ToListAsync());
        var thread = await db.Threads.SingleAsync(row => row.Id == team.Thread);
        Assert.Equal((team.WaitsSince, null, null), (thread.NeedsOwnerSince, thread.AwaitsSitterSince, thread.AwaitsSitterId));
        var acts = await db.Audit.Where(entry => entry.Subject == $"sitter {team.Ana}").Select(entry => entry.Action).ToListAsync();
        Assert.Contains("sitter.offboarded", acts, StringComparer.Ordinal);
        Assert.Contains("alert.visits_without_sitter", acts, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Handed_over_visits_have_their_windows_with_the_successor()
    {
        var team = await HireTeamAsync();
        await OffboardAsync(team, new { reason = "Moved away", handOverTo = team.Ben });
        await using var db = team.Office.Db();
        foreach (var visit in (Visit[])[team.Ahead, team.Running])
        {
            var window = await LiveWindows(team).SingleAsync(row => row.VisitId == visit.Id);
            Assert.Equal((team.Ben, visit.StartsAt.AddHours(-1), visit.EndsAt.AddHours(1)), (window.SitterId, window.OpensAt, window.ClosesAt));
            Assert.Equal(team.Ben, (await db.Visits.SingleAsync(row => row.Id == visit.Id)).SitterId);
        }

        Assert.False(await db.Audit.AnyAsync(entry => entry.Action == "alert.visits_without_sitter"));
    }

    [Fact]
    public async Task An_open_first_meeting_is_closed_again_for_whoever_takes_over()
    {
        var team = await HireTeamAsync();
        await team.Office.ChangeAsync(async db => (await db.Visits.SingleAsync(row => row.Id == team.Ahead.Id)).MeetAndGreet = MeetAndGreetState.Open);
        await OffboardAsync(team, new { reason = "Moved away", handOverTo = team.Ben });
        await using var db = team.Office.Db();
        var visit = await db.Visits.SingleAsync(row => row.Id == team.Ahead.Id);
        Assert.Equal((team.Ben, MeetAndGreetState.Closed), (visit.SitterId!.Value, visit.MeetAndGreet));
        Assert.False(await LiveWindows(team).AnyAsync(window => window.VisitId == visit.Id));
    }

    [Fact]
    public async Task Whoever_takes_over_is_another_sitter_who_is_there()
    {
        var team = await HireTeamAsync();
        var path = $"/api/sitters/{team.Ana}/offboard";
        await (await team.Office.PostAsync(path, new { reason = "Moved", handOverTo = team.Ana })).IsProblemAsync(HttpStatusCode.Conflict, "successor_unavailable");
        await (await team.Office.PostAsync(path, new { reason = "Moved", handOverTo = team.Office.Id })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await team.Office.PostAsync(path, new { handOverTo = team.Ben })).IsProblemAsync(HttpStatusCode.BadRequest, "reason_required");
        await (await team.Office.PostAsync($"/api/sitters/{team.Ben}/lock", new { reason = "Strikes" })).JsonAsync();
        await (await team.Office.PostAsync(path, new { reason = "Moved", handOverTo = team.Ben })).IsProblemAsync(HttpStatusCode.Conflict, "successor_unavailable");
        await using var db = team.Office.Db();
        Assert.Equal(NumberStatus.Active, (await db.Numbers.SingleAsync(row => row.Id == team.Number)).Status);
    }

    [Fact]
    public async Task Whatever_they_are_signed_in_with_is_over_and_so_is_the_password()
    {
        var office = await product.OpenOfficeAsync();
        var person = await product.App.HireAsync(office.Id, Role.Sitter, "Ana Silva");
        using var program = await product.App.SignedInAsync(person.Email);
        using var browser = await product.App.BrowseAsync(person.Email);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/me")).StatusCode);
        await (await office.PostAsync($"/api/sitters/{person.SitterId}/offboard", new { reason = "Moved away" })).JsonAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => product.App.SignedInAsync(person.Email));

        await (await office.PostAsync($"/api/sitters/{person.SitterId}/rehire")).JsonAsync();
        using var again = await product.App.SignedInAsync(person.Email);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task Back_within_ninety_days_a_sitter_has_the_same_number_and_later_none()
    {
        var team = await HireTeamAsync();
        await (await team.Office.PostAsync($"/api/sitters/{team.Ana}/rehire", new { })).IsProblemAsync(HttpStatusCode.Conflict, "sitter_not_offboarded");
        await OffboardAsync(team, new { reason = "Moved away" });
        await (await team.Office.PostAsync($"/api/sitters/{team.Ana}/offboard", new { reason = "Again" })).IsProblemAsync(HttpStatusCode.Conflict, "sitter_offboarded");
        await (await team.Office.PostAsync($"/api/sitters/{team.Ana}/lock", new { reason = "Why not" })).IsProblemAsync(HttpStatusCode.Conflict, "sitter_offboarded");
        var back = await (await team.Office.PostAsync($"/api/sitters/{team.Ana}/rehire", new { reason = "Came back" })).JsonAsync();
        Assert.Equal(("active", team.Number), (back.GetProperty("status").GetString(), back.GetProperty("numberId").GetGuid()));

        await OffboardAsync(team, new { reason = "Moved away for good" });
        await team.Office.ChangeAsync(async db => (await db.Numbers.SingleAsync(row => row.Id == team.Number)).CoolsUntil = Now);
        back = await (await team.Office.PostAsync($"/api/sitters/{team.Ana}/rehire")).JsonAsync();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, back.GetProperty("numberId").ValueKind);
    }

    [Fact]
    public async Task Of_many_who_offboard_at_once_one_does()
    {
        var team = await HireTeamAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            team.Office.PostAsync($"/api/sitters/{team.Ana}/offboard", new { reason = $"Reason {n}", handOverTo = n % 2 == 0 ? team.Ben : (Guid?)null })));
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        await using var db = team.Office.Db();
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Action == "sitter.offboarded"));
        Assert.True(await LiveWindows(team).GroupBy(window => window.VisitId).AllAsync(group => group.Count() == 1));
    }

    [Fact]
    public async Task A_locked_sitters_waiting_messages_go_to_the_owner()
    {
        var team = await HireTeamAsync();
        await (await team.Office.PostAsync($"/api/sitters/{team.Ana}/lock", new { reason = "Three strikes" })).JsonAsync();
        await using var db = team.Office.Db();
        var thread = await db.Threads.SingleAsync(row => row.Id == team.Thread);
        Assert.Equal((team.WaitsSince, null), (thread.NeedsOwnerSince, thread.AwaitsSitterSince));
        Assert.Equal(3, await LiveWindows(team).CountAsync());
    }

    private static async Task OffboardAsync(Team team, object body) =>
        await (await team.Office.PostAsync($"/api/sitters/{team.Ana}/offboard", body)).JsonAsync();

    private static IQueryable<AssignmentWindow> LiveWindows(Team team) => team.Office.Db().Windows.Where(window => window.CancelledAt == null);

    /// <summary>Ana with a number, a client who waits for her, and a visit that is over, one that runs and one ahead; and Ben.</summary>
    private async Task<Team> HireTeamAsync()
    {
        var office = await product.OpenOfficeAsync();
        var ana = (await product.App.HireAsync(office.Id, Role.Sitter, "Ana Silva")).SitterId!.Value;
        var ben = (await product.App.HireAsync(office.Id, Role.Sitter, "Ben Carter")).SitterId!.Value;
        var number = (await (await office.PostAsync("/api/numbers", new { e164 = Businesses.NextNumber().E164, @class = "sitter", sitterId = ana })).JsonAsync()).Id();
        Team team = null!;
        await office.ChangeAsync(db =>
        {
            var client = db.AddClient("Robin Vale", Now).Id;
            var thread = db.AddThread(client, number, Now);
            (thread.AwaitsSitterId, thread.AwaitsSitterSince) = (ana, Now.AddMinutes(-3));
            team = new Team(
                office, ana, ben, number, thread.Id, thread.AwaitsSitterSince.Value,
                db.AddVisit(client, ana, Now.AddDays(-1)).Visit, db.AddVisit(client, ana, Now.AddMinutes(-10)).Visit, db.AddVisit(client, ana, Now.AddDays(2)).Visit);
            return Task.CompletedTask;
        });
        return team;
    }

    private sealed record Team(
        Office Office, Guid Ana, Guid Ben, Guid Number, Guid Thread, DateTimeOffset WaitsSince, Visit Done, Visit Running, Visit Ahead);
}
