package id.dukcapil.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.documents.CalendarEntry.Hours;
import id.dukcapil.portal.documents.CalendarEntry.Method;
import id.dukcapil.portal.documents.CalendarEntry.Party;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of RFC 5545 for a file, and of RFC 5546 for an invitation. */
class CalendarEntryTest {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final Hours OFFICE_HOURS = new Hours(LocalTime.of(7, 30), LocalTime.of(16, 0));

    @Test
    void anInvitationHasEverythingThatItMustHave() {
        assertThat(unfolded(entry(Method.REQUEST, WIB, OFFICE_HOURS, "Bawa tiket")))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Portal Dukcapil//Portal//ID",
                        "CALSCALE:GREGORIAN",
                        "METHOD:REQUEST",
                        "BEGIN:VTIMEZONE",
                        "TZID:Asia/Jakarta",
                        "BEGIN:STANDARD",
                        "DTSTART:19700101T000000",
                        "TZOFFSETFROM:+0700",
                        "TZOFFSETTO:+0700",
                        "END:STANDARD",
                        "END:VTIMEZONE",
                        "BEGIN:VEVENT",
                        "UID:0199-uji",
                        "SEQUENCE:2",
                        "DTSTAMP:20261123T020000Z",
                        "STATUS:CONFIRMED",
                        "DTSTART;TZID=Asia/Jakarta:20261207T073000",
                        "DTEND;TZID=Asia/Jakarta:20261207T160000",
                        "SUMMARY:Cetak KTP-el\\, nomor antrean 012",
                        "DESCRIPTION:Bawa tiket",
                        "LOCATION:Dinas Dukcapil\\, Soreang",
                        "ORGANIZER;CN=\"Dinas Dukcapil\":mailto:layanan@disdukcapil.contoh.go.id",
                        "ATTENDEE;CN=\"Siti Nurhasanah, S.Pd.\";PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:siti@contoh.id",
                        "TRANSP:TRANSPARENT",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void aCancellationNamesTheSameAppointmentAndTakesItOut() {
        CalendarEntry entry = entry(Method.CANCEL, WIB, OFFICE_HOURS, "");
        assertThat(unfolded(entry)).contains("METHOD:CANCEL", "STATUS:CANCELLED", "UID:0199-uji", "SEQUENCE:2");
        assertThat(entry.mediaType()).isEqualTo("text/calendar; charset=UTF-8; method=CANCEL");
    }

    @Test
    void aDayWithoutHoursIsAWholeDayAndNeedsNoZone() {
        assertThat(unfolded(entry(Method.REQUEST, WIB, null, "")))
                .contains("DTSTART;VALUE=DATE:20261207", "DTEND;VALUE=DATE:20261208")
                .doesNotContain("BEGIN:VTIMEZONE");
    }

    @ParameterizedTest
    @CsvSource({"Asia/Makassar, +0800", "Asia/Jayapura, +0900", "Asia/Kathmandu, +0545", "America/Bogota, -0500"})
    void theHoursAreThoseOfTheOffice(String zone, String offset) {
        assertThat(unfolded(entry(Method.REQUEST, ZoneId.of(zone), OFFICE_HOURS, "")))
                .contains("TZID:" + zone, "TZOFFSETTO:" + offset, "DTSTART;TZID=" + zone + ":20261207T073000");
    }

    @Test
    void whatIsSomebodysWordsCannotBecomeALineOfItsOwn() {
        var entry = entry(Method.REQUEST, WIB, OFFICE_HOURS, "a;b,c\\d\nEND:VEVENT\r\nBEGIN:VALARM\u0000\u001b");
        assertThat(unfolded(entry))
                .contains("DESCRIPTION:a\\;b\\,c\\\\d\\nEND:VEVENT\\nBEGIN:VALARM")
                .doesNotContain("BEGIN:VALARM");
        var hostile = new CalendarEntry(
                Method.REQUEST,
                "u\r\nX:1",
                0,
                Instant.EPOCH,
                LocalDate.EPOCH,
                null,
                WIB,
                "",
                "",
                "",
                new Party("Kantor \"Satu\"\r\nX-ORGANIZER:1", null),
                new Party("Siti", "siti@contoh.id\r\nX:1"));
        assertThat(unfolded(hostile))
                .contains("ORGANIZER;CN=\"Kantor 'Satu' X-ORGANIZER:1\":invalid:nomail")
                .noneMatch(line -> line.startsWith("X"));
    }

    @Property(tries = 300)
    void whateverIsSaidComesBackAndNoLineIsTooLong(@ForAll @StringLength(max = 300) String words) {
        CalendarEntry entry = entry(Method.REQUEST, WIB, OFFICE_HOURS, words);
        String file = new String(entry.bytes(), StandardCharsets.UTF_8);
        assertThat(file).endsWith("\r\n").doesNotContain("\uFFFD\uFFFD\uFFFD\uFFFD");
        assertThat(List.of(file.split("\r\n")))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75))
                .noneMatch(line -> line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0);
        String sound = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\t\\n]]", "");
        assertThat(read(unfolded(entry), "DESCRIPTION:")).isEqualTo(sound);
    }

    private static String read(List<String> lines, String name) {
        String value = lines.stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(name.length()))
                .orElseThrow();
        var words = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '\\') {
                i++;
                words.append(value.charAt(i) == 'n' ? '\n' : value.charAt(i));
            } else {
                words.append(character);
            }
        }
        return words.toString();
    }

    private static List<String> unfolded(CalendarEntry entry) {
        String file = new String(entry.bytes(), StandardCharsets.UTF_8);
        return List.of(file.replace("\r\n ", "").split("\r\n"));
    }

    private static CalendarEntry entry(Method method, ZoneId zone, @Nullable Hours hours, String description) {
        return new CalendarEntry(
                method,
                "0199-uji",
                2,
                Instant.parse("2026-11-23T02:00:00Z"),
                LocalDate.of(2026, 12, 7),
                hours,
                zone,
                "Cetak KTP-el, nomor antrean 012",
                Objects.requireNonNull(description),
                "Dinas Dukcapil, Soreang",
                new Party("Dinas Dukcapil", "layanan@disdukcapil.contoh.go.id"),
                new Party("Siti Nurhasanah, S.Pd.", "siti@contoh.id"));
    }
}
