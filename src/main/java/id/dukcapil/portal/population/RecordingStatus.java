package id.dukcapil.portal.population;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a person's KTP-el stands, from "never recorded" to "handed over". The names are SIAK's own codes. Biometrics
 * go from the region to the centre, which compares them with everybody's (penunggalan, minutes to months); only then
 * may the card be printed.
 */
public enum RecordingStatus {
    /** No biometrics yet. */
    UNREGISTERED("Belum rekam", "Belum terdaftar di sistem perekaman. Penduduk perlu merekam biometrik lebih dahulu."),
    BIO_CAPTURED("Sudah rekam", "Biometrik sudah direkam dan menunggu dikirim ke pusat."),
    PROCESSING("Diproses", "Hasil perekaman sedang diproses di daerah."),
    SENT_FOR_ENROLLMENT(
            "Dikirim untuk penunggalan", "Dikirim ke pusat untuk penunggalan (SFE). Tunggu hasil dari pusat."),
    RECEIVED_AT_CENTRAL("Diterima di pusat", "Diterima di pusat dan menunggu penunggalan."),
    ENROLL_FAILURE_AT_CENTRAL(
            "Gagal enroll di pusat", "Gagal didaftarkan di pusat. Mintakan penghapusan di pusat, lalu rekam ulang."),
    ENROLL_FAILURE_AT_REGIONAL("Gagal enroll di daerah", "Gagal didaftarkan di daerah. Kirim ulang atau rekam ulang."),
    SEARCH_FAILURE_AT_CENTRAL(
            "Gagal pencarian di pusat", "Pencarian di pusat gagal. Mintakan penghapusan di pusat, lalu rekam ulang."),
    ADJUDICATE_RECORD("Perlu ajudikasi", "Menyerupai rekaman orang lain; pusat memutuskan lewat ajudikasi."),
    REQUEST_VALIDATION("Menunggu validasi", "Menunggu validasi data oleh pusat."),
    DUPLICATE_RECORD(
            "Rekaman ganda",
            "Orang ini tercatat merekam lebih dari sekali. Mintakan penghapusan rekaman ganda ke pusat."),
    /** PRR: the only status in which a card may be printed. */
    PRINT_READY_RECORD("Siap cetak (PRR)", "Rekaman tunggal. Kartu dapat dicetak (PRR)."),
    SENT_FOR_CARD_PRINTING("Dikirim untuk dicetak", "Sudah dikirim ke pencetakan."),
    CARD_PRINTED("Kartu dicetak", "Kartu sudah dicetak dan belum diserahkan."),
    CARD_SHIPPED("Kartu dikirim", "Kartu sudah dicetak dan dalam pengiriman."),
    CARD_ISSUED("Kartu diserahkan", "Kartu sudah diterbitkan dan diserahkan.");

    private final String label;
    private final String explanation;

    RecordingStatus(String label, String explanation) {
        this.label = label;
        this.explanation = explanation;
    }

    /** Reads a code or label as exports write them, in any case and spacing; PRR and SFE are known, too. */
    public static Optional<RecordingStatus> read(String text) {
        String plain = plain(text);
        return switch (plain) {
            case "PRR" -> Optional.of(PRINT_READY_RECORD);
            case "SFE" -> Optional.of(SENT_FOR_ENROLLMENT);
            default ->
                Arrays.stream(values())
                        .filter(status -> plain(status.name()).equals(plain)
                                || plain(status.label).equals(plain))
                        .findFirst();
        };
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }

    /** A word or two for a badge. */
    public String label() {
        return label;
    }

    /** What it means and what the office does next. */
    public String explanation() {
        return explanation;
    }

    public boolean readyToPrint() {
        return this == PRINT_READY_RECORD;
    }

    /** Whether the centre or the region could not use the record, so that the office has to do something. */
    public boolean isTrouble() {
        return switch (this) {
            case ENROLL_FAILURE_AT_CENTRAL,
                    ENROLL_FAILURE_AT_REGIONAL,
                    SEARCH_FAILURE_AT_CENTRAL,
                    ADJUDICATE_RECORD,
                    REQUEST_VALIDATION,
                    DUPLICATE_RECORD -> true;
            case UNREGISTERED,
                    BIO_CAPTURED,
                    PROCESSING,
                    SENT_FOR_ENROLLMENT,
                    RECEIVED_AT_CENTRAL,
                    PRINT_READY_RECORD,
                    SENT_FOR_CARD_PRINTING,
                    CARD_PRINTED,
                    CARD_SHIPPED,
                    CARD_ISSUED -> false;
        };
    }

    /** Whether the biometrics have to be recorded anew after the centre has deleted the old record. */
    public boolean needsNewRecording() {
        return this == ENROLL_FAILURE_AT_CENTRAL
                || this == ENROLL_FAILURE_AT_REGIONAL
                || this == SEARCH_FAILURE_AT_CENTRAL;
    }

    /** Whether the record is under way between region and centre. */
    public boolean isUnderWay() {
        return compareTo(BIO_CAPTURED) >= 0 && compareTo(RECEIVED_AT_CENTRAL) <= 0;
    }

    /**
     * Whether that status may come after this one. The order is that of the constants; only out of trouble it goes back, when
     * the record was sent again or deleted and recorded anew.
     */
    public boolean canBecome(RecordingStatus next) {
        return next.compareTo(this) > 0 || isTrouble() && next.compareTo(PRINT_READY_RECORD) < 0;
    }
}
