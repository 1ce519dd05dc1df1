package id.dukcapil.portal.platform;

import id.dukcapil.portal.common.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The folder that holds everything this portal must not lose: the embedded database and the documents.
 *
 * @param home the environment variable PORTAL_HOME, or a folder beside the program
 */
@ConfigurationProperties("portal")
public record PortalHome(@DefaultValue(".portal") Path home) {

    /** The named folder inside the home, created when missing; only the account of the portal may enter it. */
    public Path folder(String name) {
        try {
            return OwnerOnly.folder(home.toAbsolutePath().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Folder " + name + " of PORTAL_HOME cannot be created", e);
        }
    }
}
