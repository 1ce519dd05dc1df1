package id.dukcapil.portal.booking;

import id.dukcapil.portal.channel.FirstAnswer;

/** The answer to a request for a seat that came under an idempotency key. */
public sealed interface KeyedDecision {

    /** @param answer given now, or to the first request under the key */
    record Answered(FirstAnswer answer) implements KeyedDecision {}

    /** Nothing is kept: what is refused today may be possible tomorrow under the same key. */
    record Refused(Refusal refusal) implements KeyedDecision {}
}
