package id.dukcapil.portal.documents;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.staff.Organisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the house itself prints on its paper (kop surat): every template can declare {@code GOVERNMENT},
 * {@code ORGANISATION}, {@code ADDRESS}, {@code CONTACT} (strings) and {@code EMBLEM} (a Renderable). A template with
 * the full letterhead declares {@code LETTERHEAD} (the subreport) and {@code LETTERHEAD_PARAMETERS}.
 *
 * <p>The emblem is the picture {@code emblem.png} in PORTAL_HOME; without it a neutral drawing that is no coat of arms.
 */
@Component
class Letterhead {

    static final String TEMPLATE = "LETTERHEAD";

    private final Map<String, Object> own;

    Letterhead(Organisation organisation, PortalHome home) {
        own = Map.of(
                "GOVERNMENT", organisation.government().toUpperCase(Formats.INDONESIAN),
                "ORGANISATION", organisation.name().toUpperCase(Formats.INDONESIAN),
                "ADDRESS", Objects.requireNonNullElse(organisation.address(), ""),
                "CONTACT", contact(organisation),
                "EMBLEM", emblem(home.home().resolve("emblem.png")));
    }

    /** For one document: Jasper writes into the maps it is given. */
    Map<String, Object> parameters() {
        var all = new HashMap<>(own);
        all.put("LETTERHEAD_PARAMETERS", new HashMap<>(own));
        return all;
    }

    private static String contact(Organisation organisation) {
        return Stream.of(
                        labelled("Telepon", organisation.phone()),
                        labelled("Laman", organisation.website()),
                        labelled("Pos-el", organisation.email()),
                        labelled("Kode Pos", organisation.postalCode()))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining("  ·  "));
    }

    private static @Nullable String labelled(String label, @Nullable String value) {
        return value == null || value.isBlank() ? null : label + " " + value.strip();
    }

    private static Renderable emblem(Path picture) {
        if (!Files.exists(picture)) {
            return new NeutralEmblem();
        }
        try {
            return SimpleDataRenderer.getInstance(Files.readAllBytes(picture));
        } catch (IOException e) {
            throw new UncheckedIOException("The emblem " + picture + " cannot be read", e);
        }
    }
}
