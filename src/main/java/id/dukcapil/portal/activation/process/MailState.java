package id.dukcapil.portal.activation.process;

/** What became of the last letter with a code. */
public enum MailState {
    NONE("belum ada surel"),
    WAITING("surel dikirim"),
    SENT("surel terkirim"),
    REFUSED("surel ditolak"),
    BOUNCED("surel kembali");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether somebody has to act: another address, or none. */
    public boolean failed() {
        return this == REFUSED || this == BOUNCED;
    }
}
