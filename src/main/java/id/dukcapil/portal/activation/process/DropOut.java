package id.dukcapil.portal.activation.process;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Why an activation ended before the identity worked. */
public enum DropOut {
    UNSUITABLE_PHONE("Ponsel tidak mendukung", 1, 2),
    NO_SIGNAL("Tidak ada sinyal atau kuota", 1, 2, 3, 4, 5),
    NOT_RECORDED("Belum rekam KTP-el", 2),
    UNDER_AGE("Belum 17 tahun, belum kawin", 2),
    NOT_IN_REGISTER("Tidak ada dalam data penduduk", 2),
    MOVED_AWAY("Sudah pindah keluar", 2),
    DECEASED("Tercatat meninggal", 2),
    FACE("Wajah tidak cocok", 3),
    OTHER_PERSON("Bukan pemilik NIK", 3, 4),
    MAIL_RETURNED("Surel dikembalikan", 5),
    MAIL_CLOSED("Surel tidak terbuka", 5),
    WRONG_CODES("Kode salah terlalu sering", 5),
    LEFT("Pemohon pergi", 1, 2, 3, 4, 5),
    LAPSED("Tidak dilanjutkan", 1, 2, 3, 4, 5);

    private final String label;
    private final Set<Integer> steps;

    DropOut(String label, Integer... steps) {
        this.label = label;
        this.steps = Set.of(steps);
    }

    public String label() {
        return label;
    }

    /** The reasons an officer can choose while that step is under way; the register and the portal give the others. */
    public static List<DropOut> at(int step) {
        return Arrays.stream(values())
                .filter(reason -> reason.steps.contains(step) && reason != LAPSED && !reason.isOfRegister())
                .toList();
    }

    private boolean isOfRegister() {
        return switch (this) {
            case NOT_RECORDED, UNDER_AGE, NOT_IN_REGISTER, MOVED_AWAY, DECEASED -> true;
            case UNSUITABLE_PHONE,
                    NO_SIGNAL,
                    FACE,
                    OTHER_PERSON,
                    MAIL_RETURNED,
                    MAIL_CLOSED,
                    WRONG_CODES,
                    LEFT,
                    LAPSED -> false;
        };
    }
}
