package id.dukcapil.portal.activation.process;

/** Something was asked of an activation that its status does not allow. */
public class IllegalActivationMove extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalActivationMove(String number, ActivationStatus status, ActivationAction action) {
        super("Aktivasi %s berstatus \"%s\"; \"%s\" tidak mungkin sekarang."
                .formatted(number, status.label(), action.label()));
    }
}
