package id.dukcapil.portal.signing.pades;

import eu.europa.esig.dss.spi.DSSUtils;
import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;

/** Makes the provider of algorithms beside the start, where it takes a quarter of a second. */
final class CryptographyInBackground implements BackgroundPreinitializer {

    @Override
    public void preinitialize() throws ReflectiveOperationException {
        // The class makes it when it is initialised; whoever needs it meanwhile waits at the same lock
        Class.forName(DSSUtils.class.getName());
    }
}
