package id.dukcapil.portal.population;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Nik;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A resident as SIAK knows them. Numbers named {@code …Code} are the codes of form F-1.01, see {@link CodeLists}.
 *
 * @param fullName in capitals, as SIAK keeps it
 * @param familyCardNumber the family card on which the person stands today
 * @param recordingStatusSince when the KTP-el reached its status; unknown for who was never recorded
 * @param standing whether the person still lives in the regency
 */
public record Person(
        PersonId id,
        Nik nik,
        String fullName,
        FamilyCardNumber familyCardNumber,
        Relationship relationship,
        boolean female,
        String birthPlace,
        LocalDate birthDate,
        MaritalStatus maritalStatus,
        int citizenshipCode,
        int religionCode,
        int bloodTypeCode,
        int educationCode,
        int occupationCode,
        Parent father,
        Parent mother,
        Address address,
        RecordingStatus recordingStatus,
        @Nullable Instant recordingStatusSince,
        Standing standing) {

    /** The age from which everyone must have a KTP-el (UU 23/2006 art. 63). */
    public static final int CARD_AGE = 17;

    /**
     * A parent as named on the family card.
     *
     * @param nik not known for many older people
     */
    public record Parent(String name, @Nullable Nik nik) {}

    /** Six digits: the kecamatan where the person lives, unlike the region in the NIK. */
    public String districtCode() {
        return address.districtCode();
    }

    public boolean everMarried() {
        return maritalStatus.everMarried();
    }

    public int ageOn(LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }

    /** Somebody born on 29 February turns 17 on 1 March, as {@link #ageOn} counts. */
    public static LocalDate seventeenthBirthday(LocalDate birth) {
        LocalDate day = birth.plusYears(CARD_AGE);
        return day.getDayOfMonth() == birth.getDayOfMonth() ? day : day.plusDays(1);
    }

    /** At 17, or earlier when ever married; a card recorded before is held until then. */
    public boolean mayHoldCardOn(LocalDate day) {
        return ageOn(day) >= CARD_AGE || everMarried();
    }
}
