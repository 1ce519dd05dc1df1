package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.Holder;
import id.dukcapil.portal.common.CalendarYears;
import id.dukcapil.portal.common.ContactForm;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PlainText;
import id.dukcapil.portal.population.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request for a seat as it came in, unchecked.
 *
 * @param date need not be given for somebody in the room, who gets a released seat of today
 * @param requestToken recognises the same request sent twice (double click, reload); absent when the caller has its own
 *     protection
 * @param waiver why staff give a seat in spite of the limits of the person; null without
 */
public record NewBooking(
        @Nullable String nik,
        @Nullable String fullName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String office,
        @Nullable LocalDate date,
        BookingOrigin origin,
        @Nullable String requestToken,
        @Nullable String waiver) {

    private static final int LONGEST_WAIVER = 300;

    private static final int LONGEST_NAME = 120;
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L} ]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public NewBooking(
            @Nullable String nik,
            @Nullable String fullName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String office,
            @Nullable LocalDate date,
            BookingOrigin origin,
            @Nullable String requestToken) {
        this(nik, fullName, email, phone, office, date, origin, requestToken, null);
    }

    /** @throws InvalidInput with everything that is wrong, not only the first */
    Nik checkedNik() {
        var findings = new ArrayList<Finding>();
        findings.addAll(Nik.parse(nik == null ? "" : nik).errors());
        checkName(findings);
        checkEmail(findings);
        checkPhone(findings);
        if (office == null || office.isBlank()) {
            findings.add(Finding.error("office", "Kantor harus dipilih."));
        }
        if (date == null && origin != BookingOrigin.WALK_IN) {
            findings.add(Finding.error("date", "Tanggal harus dipilih."));
        } else if (date != null && !CalendarYears.include(date)) {
            findings.add(Finding.error("date", "Tanggal di luar jangkauan kalender."));
        }
        if (waiver != null && (waiver.isBlank() || waiver.length() > LONGEST_WAIVER)) {
            findings.add(Finding.error("waiver", "Alasan harus diisi, paling banyak 300 huruf."));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
        return Nik.parse(nik == null ? "" : nik).orThrow();
    }

    private void checkName(List<Finding> findings) {
        String name = fullName == null ? "" : fullName.strip();
        if (!PlainText.isName(name, 2, LONGEST_NAME)) {
            findings.add(Finding.error("fullName", "Nama lengkap harus diisi, 2 sampai 120 huruf."));
        }
    }

    private void checkEmail(List<Finding> findings) {
        boolean mayBeMissing = origin.internal();
        if (email == null || email.isBlank()) {
            if (!mayBeMissing) {
                findings.add(Finding.error("email", "Alamat e-mail harus diisi."));
            }
        } else {
            findings.addAll(ContactForm.emailFindings(email));
        }
    }

    private void checkPhone(List<Finding> findings) {
        findings.addAll(ContactForm.phoneFindings(normalisedPhone()));
    }

    /** @param person whom the register knows under the NIK, if anybody */
    Holder holder(Nik checked, Optional<Person> person) {
        boolean sameName = person.map(Person::fullName).filter(this::isNamed).isPresent();
        return new Holder(checked, normalisedName(), normalisedEmail(), normalisedPhone(), !sameName);
    }

    private boolean isNamed(String other) {
        return letters(normalisedName()).equals(letters(other));
    }

    /** A name without titles' points, apostrophes and the like, which people write as they please. */
    private static List<String> letters(String name) {
        return List.of(NOT_LETTERS
                .matcher(name.toUpperCase(Locale.ROOT))
                .replaceAll("")
                .strip()
                .split(" +"));
    }

    private String normalisedPhone() {
        return phone == null ? "" : ContactForm.normalisedPhone(phone);
    }

    private @Nullable String normalisedEmail() {
        return email == null || email.isBlank() ? null : email.strip();
    }

    private String normalisedName() {
        return fullName == null ? "" : BLANKS.matcher(fullName.strip()).replaceAll(" ");
    }
}
