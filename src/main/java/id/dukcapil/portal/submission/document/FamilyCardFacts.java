package id.dukcapil.portal.submission.document;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Nik;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a Kartu Keluarga says, in the words it says it. What is missing or blank is printed as "-".
 *
 * @param members in the order of the card, the head first; at least one
 * @param issuedOn Dikeluarkan Tanggal
 * @param qrContent what the QR code says; without it the place stays empty
 * @param signatureNote the sentence about the electronic signature at the foot
 * @param mark printed above the title, for what is no valid document ("CONTOH – BUKAN DOKUMEN SAH")
 */
public record FamilyCardFacts(
        FamilyCardNumber number,
        String headName,
        Place place,
        List<Member> members,
        LocalDate issuedOn,
        Signatory signatory,
        @Nullable String qrContent,
        String signatureNote,
        @Nullable String mark) {

    public FamilyCardFacts {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("A family card names at least one person");
        }
        members = List.copyOf(members);
    }

    /** The same with another sentence at the foot, for a specimen or for what nobody has signed. */
    FamilyCardFacts withSignatureNote(String note) {
        return new FamilyCardFacts(number, headName, place, members, issuedOn, signatory, qrContent, note, mark);
    }

    /** Where the family lives; regions by name without their kind, but kabupaten and kota with it. */
    public record Place(
            @Nullable String street,
            @Nullable String rt,
            @Nullable String rw,
            @Nullable String village,
            @Nullable String district,
            @Nullable String regency,
            @Nullable String postalCode,
            @Nullable String province) {}

    /**
     * One line of both tables, in the order of columns (1) to (17).
     *
     * @param permitNumber No. KITAP
     */
    public record Member(
            String fullName,
            Nik nik,
            @Nullable String sex,
            @Nullable String birthPlace,
            @Nullable LocalDate birthDate,
            @Nullable String religion,
            @Nullable String education,
            @Nullable String occupation,
            @Nullable String bloodType,
            @Nullable String maritalStatus,
            @Nullable LocalDate marriedOn,
            @Nullable String relationship,
            @Nullable String citizenship,
            @Nullable String passportNumber,
            @Nullable String permitNumber,
            @Nullable String father,
            @Nullable String mother) {}

    /**
     * Who signs for the office.
     *
     * @param title for instance "KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL", with Plh. or Plt. where so mandated
     * @param area second line of the title, "KABUPATEN BANDUNG"
     */
    public record Signatory(
            String title,
            String area,
            String name,
            @Nullable String nip) {}
}
