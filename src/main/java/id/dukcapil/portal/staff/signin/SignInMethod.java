package id.dukcapil.portal.staff.signin;

/** How somebody got in. */
public enum SignInMethod {
    PASSWORD("Kata sandi"),
    SINGLE_SIGN_ON("Layanan masuk tunggal");

    private final String label;

    SignInMethod(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
