package id.dukcapil.portal.submission.document;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Member;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Place;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Signatory;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The facts of printed Kartu Keluarga, for families of any size. */
final class FamilyCards {

    static final String NOTE = "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat"
            + " elektronik yang diterbitkan oleh Balai Sertifikasi Elektronik (BSrE), BSSN";

    static final Place SOREANG =
            new Place("KP. CIBIRU HILIR NO. 17", "003", "011", "SOREANG", "SOREANG", "BANDUNG", "40911", "JAWA BARAT");

    static final Signatory HEAD_OF_OFFICE = new Signatory(
            "KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
            "KABUPATEN BANDUNG",
            "Drs. H. RUDI HARTONO, M.Si.",
            "197001011995031001");

    private FamilyCards() {}

    static FamilyCardFacts family(int members) {
        return facts(members(members), SOREANG, null, null);
    }

    static FamilyCardFacts facts(List<Member> members, Place place, @Nullable String qrContent, @Nullable String mark) {
        return new FamilyCardFacts(
                new FamilyCardNumber("3204370101200001"),
                "ASEP MULYANA",
                place,
                members,
                LocalDate.of(2026, 11, 21),
                HEAD_OF_OFFICE,
                qrContent,
                NOTE,
                mark);
    }

    static List<Member> members(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(FamilyCards::member).toList();
    }

    static Member member(int number) {
        boolean head = number == 1;
        return new Member(
                head ? "ASEP MULYANA" : "ANGGOTA KE-" + number,
                new Nik("32043701018%05d".formatted(number)),
                number % 2 == 1 ? "LAKI-LAKI" : "PEREMPUAN",
                "BANDUNG",
                LocalDate.of(1980, 3, 5).plusYears(head ? 0 : 24),
                "ISLAM",
                "SLTA/SEDERAJAT",
                head ? "WIRASWASTA" : "PELAJAR/MAHASISWA",
                "O",
                head ? "KAWIN TERCATAT" : "BELUM KAWIN",
                head ? LocalDate.of(2004, 8, 17) : null,
                head ? "KEPALA KELUARGA" : "ANAK",
                "WNI",
                null,
                null,
                head ? "UJANG SUKARNA" : "ASEP MULYANA",
                head ? "IMAS MASITOH" : "SITI NURHASANAH");
    }

    static Member named(String name, Member member) {
        return new Member(
                name,
                member.nik(),
                member.sex(),
                member.birthPlace(),
                member.birthDate(),
                member.religion(),
                member.education(),
                member.occupation(),
                member.bloodType(),
                member.maritalStatus(),
                member.marriedOn(),
                member.relationship(),
                member.citizenship(),
                member.passportNumber(),
                member.permitNumber(),
                member.father(),
                member.mother());
    }
}
