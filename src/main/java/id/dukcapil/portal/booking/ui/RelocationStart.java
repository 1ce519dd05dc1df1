package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.booking.RelocationWish;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;

/**
 * Where the wizard begins.
 *
 * @param capacity the new capacity of each day, where the kind asks for one
 * @param reason filled in already; empty for none
 */
record RelocationStart(
        Office office, LocalDate from, LocalDate to, RelocationWish.Kind kind, int capacity, String reason) {}
