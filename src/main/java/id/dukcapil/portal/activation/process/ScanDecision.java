package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.staff.Office;

/** What came of a QR code that an officer scanned from a telephone. */
public sealed interface ScanDecision {

    /** The code goes out by mail. */
    record Matched(ActivationDetails activation) implements ScanDecision {}

    /** Begun at another office, whose officer is named; can be taken over. */
    record OtherOffice(Office office, String officer) implements ScanDecision {}

    /** It has been scanned before. */
    record Used(ActivationStatus status) implements ScanDecision {}

    /** The channel has given out a newer one, or its time is over. */
    record TooOld() implements ScanDecision {}

    record Unknown() implements ScanDecision {}
}
