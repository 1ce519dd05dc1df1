package id.dukcapil.portal.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The registry office as configured under {@code portal.organisation}.
 *
 * @param name the office, "Dinas Kependudukan dan Pencatatan Sipil"
 * @param government the first line of the letterhead, "Pemerintah Kabupaten …"
 * @param regency "Kabupaten …" or "Kota …"
 * @param regencyCode four digits, for instance 3204
 * @param heads Kepala Dinas, one after the other
 */
@ConfigurationProperties("portal.organisation")
public record Organisation(
        String name,
        String government,
        String regency,
        String regencyCode,
        @DefaultValue("Asia/Jakarta") ZoneId timeZone,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String website,
        @Nullable String email,
        @Nullable String postalCode,
        @DefaultValue List<Head> heads) {

    /**
     * A Kepala Dinas and the time in office.
     *
     * @param nip as written in the appointment; checked and reported at start, not rejected
     */
    public record Head(
            String name,
            String nip,
            @Nullable String rank,
            @DefaultValue("2000-01-01") LocalDate since,
            @Nullable LocalDate until) {

        boolean holdsOfficeOn(LocalDate day) {
            return !day.isBefore(since) && (until == null || !day.isAfter(until));
        }
    }

    /** The day it is at the head office. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), timeZone);
    }

    public Optional<Head> headOn(LocalDate day) {
        return heads.stream().filter(head -> head.holdsOfficeOn(day)).max(Comparator.comparing(Head::since));
    }

    /** "Bandung" of "Kabupaten Bandung", for sentences that need the bare place. */
    public String place() {
        return regency.replaceFirst("^(Kabupaten|Kota)\\s+", "");
    }
}
