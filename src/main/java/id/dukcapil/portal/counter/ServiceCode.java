package id.dukcapil.portal.counter;

import java.util.regex.Pattern;

/** Names a service of the hall. Offices can add their own; the constants are those that procedures refer to. */
public record ServiceCode(String value) {

    // Before the constants, whose making needs it
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,23}");

    /** Registration before the recording (SOP Pesisir Selatan 039/2019, steps 1 and 2). */
    public static final ServiceCode REGISTRASI = new ServiceCode("REGISTRASI");

    public static final ServiceCode PEREKAMAN = new ServiceCode("PEREKAMAN");
    public static final ServiceCode CETAK_KTP = new ServiceCode("CETAK_KTP");
    public static final ServiceCode KK = new ServiceCode("KK");
    public static final ServiceCode AKTIVASI_IKD = new ServiceCode("AKTIVASI_IKD");
    public static final ServiceCode PENGAMBILAN = new ServiceCode("PENGAMBILAN");
    public static final ServiceCode INFORMASI = new ServiceCode("INFORMASI");

    public ServiceCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A service code has 2 to 24 capital letters, digits and underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
