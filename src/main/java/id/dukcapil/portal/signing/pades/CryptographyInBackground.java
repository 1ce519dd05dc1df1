package id.dukcapil.portal.signing.pades;

import eu.europa.esig.dss.spi.DSSUtils;
import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;

/** Loads the cryptographic provider in the background during startup; in line it delays the start by a quarter of a second. */
final class CryptographyInBackground implements BackgroundPreinitializer {

    @Override
    public void preinitialize() throws ReflectiveOperationException {
        // DSSUtils loads it in its static initialiser; another thread that needs it blocks until that is done
        Class.forName(DSSUtils.class.getName());
    }
}
