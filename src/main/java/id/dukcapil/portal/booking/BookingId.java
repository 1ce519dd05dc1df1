package id.dukcapil.portal.booking;

import java.util.UUID;

/** Identity of a booking inside the portal; people use the {@link BookingCode}. */
public record BookingId(UUID value) {}
