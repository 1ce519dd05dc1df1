package id.dukcapil.portal.activation.process;

/** Where an activation was begun. */
public enum ActivationOrigin {
    /** By the application on the telephone, through the API. */
    CHANNEL,
    /** By an officer; outcomes that no channel reports are typed. */
    COUNTER
}
