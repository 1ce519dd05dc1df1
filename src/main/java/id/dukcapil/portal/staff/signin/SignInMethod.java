package id.dukcapil.portal.staff.signin;

/** How somebody got in. */
public enum SignInMethod {
    PASSWORD("Kata sandi"),
    PASSWORD_AND_CODE("Kata sandi dan kode"),
    SINGLE_SIGN_ON("Layanan masuk tunggal"),
    /** The second factor was shown here, or the provider says that it asked for one. */
    SINGLE_SIGN_ON_AND_CODE("Layanan masuk tunggal dan kode");

    private final String label;

    SignInMethod(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether nothing but one factor was shown. */
    boolean single() {
        return switch (this) {
            case PASSWORD, SINGLE_SIGN_ON -> true;
            case PASSWORD_AND_CODE, SINGLE_SIGN_ON_AND_CODE -> false;
        };
    }

    boolean withPassword() {
        return switch (this) {
            case PASSWORD, PASSWORD_AND_CODE -> true;
            case SINGLE_SIGN_ON, SINGLE_SIGN_ON_AND_CODE -> false;
        };
    }

    /** The same way in, with a second factor. */
    SignInMethod withCode() {
        return withPassword() ? PASSWORD_AND_CODE : SINGLE_SIGN_ON_AND_CODE;
    }
}
