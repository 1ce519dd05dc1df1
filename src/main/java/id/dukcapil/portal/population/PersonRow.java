package id.dukcapil.portal.population;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Nik;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person in a list of search results.
 *
 * @param district name of the kecamatan of residence, when our table knows it
 */
public record PersonRow(
        PersonId id,
        Nik nik,
        String fullName,
        FamilyCardNumber familyCardNumber,
        Relationship relationship,
        LocalDate birthDate,
        RecordingStatus recordingStatus,
        @Nullable String district) {

    /** Where the next page begins when this row is the last of a page. */
    public PageKey key() {
        return new PageKey(fullName, id);
    }

    /** A place in the list of results; only a row of the same search leads to a meaningful one. */
    public record PageKey(String fullName, PersonId id) {}
}
