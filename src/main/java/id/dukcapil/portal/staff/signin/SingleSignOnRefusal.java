package id.dukcapil.portal.staff.signin;

import java.util.Arrays;

/** Why the provider's word was not enough; the login page says it. */
public enum SingleSignOnRefusal {
    UNKNOWN(
            "tidak-dikenal",
            "Anda dikenal oleh layanan masuk tunggal, tetapi belum punya akun di portal ini. Hubungi administrator."),
    OTHER_PERSON(
            "orang-lain",
            "Akun portal ini sudah terikat pada identitas lain di layanan masuk tunggal. Hubungi administrator."),
    DISABLED("dinonaktifkan", "Akun Anda di portal ini dinonaktifkan. Hubungi administrator."),
    FAILED("gagal", "Layanan masuk tunggal tidak dapat dipakai saat ini. Coba lagi, atau masuk dengan kata sandi.");

    private final String code;
    private final String sentence;

    SingleSignOnRefusal(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** How it stands in the address of the login page and in the error of the protocol. */
    public String code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }

    /** @return {@link #FAILED} for whatever is not ours */
    public static SingleSignOnRefusal of(String code) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.code.equals(code))
                .findFirst()
                .orElse(FAILED);
    }
}
