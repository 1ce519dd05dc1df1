package id.dukcapil.portal.platform;

/** A command was pointed at a folder in which no portal has ever run. */
public final class NoDatabaseThere extends RuntimeException {

    NoDatabaseThere(String message) {
        super(message);
    }
}
