package id.dukcapil.portal.submission.document;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Member;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Place;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Signatory;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** As many families as a measurement wants, each with other people, numbers and another address; one in forty needs two sheets. */
public final class ManyFamilies {

    private static final List<String> GIVEN = List.of(
            "ASEP", "SITI", "DEDEN", "NENENG", "UJANG", "IMAS", "CECEP", "YAYAH", "DADANG", "EUIS", "RIZKI", "TITA",
            "WAWAN", "LILIS", "HENDRA", "RATNA", "AGUS");
    private static final List<String> SECOND = List.of(
            "MULYANA",
            "NURHASANAH",
            "SURYANA",
            "AISYAH",
            "HERMAWAN",
            "KOMALA",
            "GUNAWAN",
            "ROKAYAH",
            "SAPUTRA",
            "PERMATASARI",
            "HIDAYAT",
            "LESTARI",
            "KUSUMAWARDHANI");
    private static final List<String> VILLAGES =
            List.of("SOREANG", "CINGCIN", "PANYIRAPAN", "SADU", "KARAMATMULYA", "SUKAJADI", "PAMEKARAN");
    private static final List<String> OCCUPATIONS =
            List.of("WIRASWASTA", "PETANI/PEKEBUN", "GURU", "KARYAWAN SWASTA", "BURUH HARIAN LEPAS");
    private static final Signatory SIGNATORY = new Signatory(
            "KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
            "KABUPATEN BANDUNG",
            "Dra. Hj. RATNA KOMALA, M.Si.",
            "197008171995032001");
    private static final int LARGE = 40;
    private static final int BIRTHDAYS = 28;
    private static final int SERIALS = 9_000;

    private ManyFamilies() {}

    /** @param number from 0; the same number gives the same family */
    public static FamilyCardFacts family(int number, String qrContent) {
        int members = number % LARGE == LARGE - 1 ? 12 : 1 + number % 8;
        return new FamilyCardFacts(
                new FamilyCardNumber(digits(number, 0)),
                name(number, 1),
                new Place(
                        "KP. CIBIRU HILIR NO. " + (1 + number % 211),
                        "%03d".formatted(1 + number % 19),
                        "%03d".formatted(1 + number % 23),
                        VILLAGES.get(number % VILLAGES.size()),
                        "SOREANG",
                        "BANDUNG",
                        "%05d".formatted(40_911 + number % 7),
                        "JAWA BARAT"),
                IntStream.rangeClosed(1, members)
                        .mapToObj(member -> member(number, member))
                        .toList(),
                LocalDate.of(2026, 11, 23),
                SIGNATORY,
                qrContent,
                FamilyCards.NOTE,
                null);
    }

    private static Member member(int family, int number) {
        boolean head = number == 1;
        return new Member(
                name(family, number),
                new Nik(digits(family, number)),
                (family + number) % 2 == 0 ? "LAKI-LAKI" : "PEREMPUAN",
                "BANDUNG",
                LocalDate.of(head ? 1980 : 2010, 1 + family % 12, 1 + family % BIRTHDAYS),
                "ISLAM",
                head ? "SLTA/SEDERAJAT" : "TIDAK/BELUM SEKOLAH",
                head ? OCCUPATIONS.get(family % OCCUPATIONS.size()) : "PELAJAR/MAHASISWA",
                "O",
                head ? "KAWIN TERCATAT" : "BELUM KAWIN",
                head ? LocalDate.of(2004, 8, 17) : null,
                head ? "KEPALA KELUARGA" : "ANAK",
                "WNI",
                null,
                null,
                head ? name(family, 20) : name(family, 1),
                name(family, 30));
    }

    private static String name(int family, int member) {
        int given = family + 3 * member;
        return "%s %s %s"
                .formatted(
                        GIVEN.get(given % GIVEN.size()),
                        SECOND.get(given / GIVEN.size() % SECOND.size()),
                        SECOND.get((family / 5 + member) % SECOND.size()));
    }

    /** Region, a date, and a serial number that together no other member of any of these families has. */
    private static String digits(int family, int member) {
        int serial = family * 13 + member;
        int days = serial / SERIALS;
        return "320437%02d%02d%02d%04d"
                .formatted(1 + days % BIRTHDAYS, 1 + days / BIRTHDAYS % 12, 1 + days % 99, 1 + serial % SERIALS);
    }
}
