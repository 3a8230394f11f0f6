using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Phones;

public sealed class NumberLifeTests
{
    private static readonly Guid Ana = Guid.CreateVersion7(TestTime.Noon);
    private static readonly Guid Ben = Guid.CreateVersion7(TestTime.Noon.AddSeconds(1));

    public enum State
    {
        FrontDesk,
        Pool,
        Anas,
        Released,

        /// <summary>Taken from Ana, and still to rest for a moment.</summary>
        Resting,

        /// <summary>The same a moment later, whether or not the job has looked.</summary>
        Rested,
        RestedAndSeen,

        /// <summary>In the pool after it was Ana's.</summary>
        PoolAfterAna,
    }

    public static TheoryData<State, NumberClass, bool, string?> Moves => new()
    {
        { State.FrontDesk, NumberClass.FrontDesk, false, null },
        { State.FrontDesk, NumberClass.Pool, false, nameof(NumberChange.NeedsSuccessor) },
        { State.FrontDesk, NumberClass.Sitter, true, nameof(NumberChange.NeedsSuccessor) },
        { State.Pool, NumberClass.FrontDesk, false, null },
        { State.Pool, NumberClass.Pool, false, null },
        { State.Pool, NumberClass.Sitter, true, null },
        { State.Pool, NumberClass.Sitter, false, nameof(NumberChange.SitterMismatch) },
        { State.Pool, NumberClass.Pool, true, nameof(NumberChange.SitterMismatch) },
        { State.Anas, NumberClass.Sitter, true, null },
        { State.Anas, NumberClass.Pool, false, nameof(NumberChange.BelongsToSitter) },
        { State.Anas, NumberClass.FrontDesk, false, nameof(NumberChange.BelongsToSitter) },
        { State.Released, NumberClass.FrontDesk, false, null },
        { State.Released, NumberClass.Pool, false, null },
        { State.Released, NumberClass.Sitter, true, null },
        { State.Resting, NumberClass.Sitter, true, null },
        { State.Resting, NumberClass.Pool, false, nameof(NumberChange.CoolingDown) },
        { State.Resting, NumberClass.FrontDesk, false, nameof(NumberChange.CoolingDown) },
        { State.Rested, NumberClass.Pool, false, null },
        { State.Rested, NumberClass.Sitter, true, nameof(NumberChange.PoolOnly) },
        { State.Rested, NumberClass.FrontDesk, false, nameof(NumberChange.PoolOnly) },
        { State.RestedAndSeen, NumberClass.Pool, false, null },
        { State.RestedAndSeen, NumberClass.Sitter, true, nameof(NumberChange.PoolOnly) },
        { State.PoolAfterAna, NumberClass.Pool, false, null },
        { State.PoolAfterAna, NumberClass.Sitter, true, nameof(NumberChange.PoolOnly) },
        { State.PoolAfterAna, NumberClass.FrontDesk, false, nameof(NumberChange.PoolOnly) },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void What_a_number_may_become(State state, NumberClass wanted, bool forAna, string? objection) =>
        Assert.Equal(objection, NumberLife.ObjectionTo(In(state), wanted, forAna ? Ana : null, TestTime.Noon)?.GetType().Name);

    [Theory]
    [InlineData(State.Anas, nameof(NumberChange.BelongsToSitter))]
    [InlineData(State.Resting, nameof(NumberChange.CoolingDown))]
    [InlineData(State.Rested, nameof(NumberChange.PoolOnly))]
    [InlineData(State.Pool, null)]
    public void Another_sitter_gets_no_number_that_was_somebodys(State state, string? objection) =>
        Assert.Equal(objection, NumberLife.ObjectionTo(In(state), NumberClass.Sitter, Ben, TestTime.Noon)?.GetType().Name);

    [Fact]
    public void A_sitters_number_rests_for_ninety_days_and_others_are_released_at_once()
    {
        var (anas, pool) = (In(State.Anas), In(State.Pool));
        anas.Retire(TestTime.Noon);
        pool.Retire(TestTime.Noon);
        Assert.Equal((NumberStatus.CoolingDown, TestTime.Noon.AddDays(90), Ana), (anas.Status, anas.CoolsUntil, anas.FormerSitterId));
        Assert.Equal((NumberStatus.Released, null), (pool.Status, pool.CoolsUntil));
        Assert.True(anas.IsCooling(TestTime.Noon.AddDays(90).AddMicroseconds(-1)));
        Assert.False(anas.IsCooling(TestTime.Noon.AddDays(90)));
    }

    [Fact]
    public void Given_back_to_its_sitter_a_number_is_as_if_it_had_never_rested()
    {
        var number = In(State.Resting);
        number.Become(NumberClass.Sitter, Ana);
        Assert.Equal((NumberStatus.Active, Ana, null, null), (number.Status, number.SitterId, number.CoolsUntil, number.FormerSitterId));
    }

    private static MessageNumber In(State state)
    {
        var wasAnas = state is State.Resting or State.Rested or State.RestedAndSeen or State.PoolAfterAna;
        return new MessageNumber
        {
            Class = state switch
            {
                State.FrontDesk or State.Released => NumberClass.FrontDesk,
                State.Pool or State.PoolAfterAna => NumberClass.Pool,
                State.Anas or State.Resting or State.Rested or State.RestedAndSeen => NumberClass.Sitter,
            },
            Status = state switch
            {
                State.Resting or State.Rested => NumberStatus.CoolingDown,
                State.Released or State.RestedAndSeen => NumberStatus.Released,
                State.FrontDesk or State.Pool or State.Anas or State.PoolAfterAna => NumberStatus.Active,
            },
            SitterId = state is State.Anas || (wasAnas && state is not State.PoolAfterAna) ? Ana : null,
            FormerSitterId = wasAnas ? Ana : null,
            CoolsUntil = state is State.Resting ? TestTime.Noon.AddMicroseconds(1) : state is State.Rested ? TestTime.Noon : null,
        };
    }
}
