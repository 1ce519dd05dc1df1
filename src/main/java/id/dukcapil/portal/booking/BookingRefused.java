package id.dukcapil.portal.booking;

/** Somebody asked for a seat and got none. Nothing of it is stored; it is only counted. */
record BookingRefused(Refusal.Kind reason, BookingOrigin origin) {}
