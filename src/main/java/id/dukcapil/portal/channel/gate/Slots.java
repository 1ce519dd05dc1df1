package id.dukcapil.portal.channel.gate;

/** Time in tenths of a second since 1970, the same in every process of the portal. */
final class Slots {

    static final int MILLIS = 100;

    private Slots() {}

    static long of(long epochMillis) {
        return epochMillis / MILLIS;
    }
}
