package id.dukcapil.portal.staff.signin;

/** What is still missing after the password, in the order in which it is asked for. */
public enum SignInStep {
    /** A password of one's own instead of the one an administrator gave. */
    NEW_PASSWORD("masuk/kata-sandi");

    private final String route;

    SignInStep(String route) {
        this.route = route;
    }

    /** Address of its page. */
    public String route() {
        return route;
    }
}
