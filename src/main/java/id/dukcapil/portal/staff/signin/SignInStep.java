package id.dukcapil.portal.staff.signin;

/** What is still missing after the password, in the order in which it is asked for. */
public enum SignInStep {
    /** The code of the second factor that this person has. */
    CODE("masuk/kode"),
    /** A password of one's own instead of the one an administrator gave. */
    NEW_PASSWORD("masuk/kata-sandi"),
    /** Setting up the second factor that the role demands. */
    ENROLMENT("masuk/langkah-kedua");

    private final String route;

    SignInStep(String route) {
        this.route = route;
    }

    /** Address of its page. */
    public String route() {
        return route;
    }
}
