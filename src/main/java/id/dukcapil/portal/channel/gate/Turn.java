package id.dukcapil.portal.channel.gate;

/** What somebody is told who asks to be let in. */
public sealed interface Turn {

    /** Is worked on now. Whoever is let in must leave again, however the work ends. */
    record Now() implements Turn {}

    /**
     * Has to come back.
     *
     * @param place to be shown then
     * @param position from 1; how many are called before and with this one
     * @param estimatedSeconds until it is called, at the speed of this moment, rounded up
     * @param comeBackSeconds when to ask again: when it is called, or earlier to hear whether the estimate still holds
     */
    record Later(Place place, long position, long estimatedSeconds, long comeBackSeconds) implements Turn {}
}
