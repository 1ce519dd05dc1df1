package id.dukcapil.portal.visits.pupil;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What the comparison of a pupil with the register of residents led to. */
public enum PupilVerdict {
    TO_RECORD("Akan direkam"),
    TOO_YOUNG("Belum 16 tahun"),
    /** Recorded, and a card exists or is under way. */
    RECORDED("Sudah rekam"),
    PRINT_READY("Siap dicetak"),
    DIFFERS("Beda data"),
    ELSEWHERE("Kabupaten lain"),
    UNKNOWN("Tidak dikenal");

    /** From this age on a person is recorded; the card follows at 17. */
    public static final int RECORDING_AGE = 16;

    private final String label;

    PupilVerdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isRecorded() {
        return this == RECORDED || this == PRINT_READY;
    }

    /** Whether the pupil is recorded at the first visit after the sixteenth birthday. */
    public boolean isOpen() {
        return this == TO_RECORD || this == TOO_YOUNG;
    }

    /** Whether somebody has to look at it before a visit. */
    public boolean isUnclear() {
        return this == DIFFERS || this == ELSEWHERE || this == UNKNOWN;
    }

    /** For a condition in SQL. */
    public static List<String> names(Predicate<PupilVerdict> property) {
        return Arrays.stream(values()).filter(property).map(Enum::name).toList();
    }
}
