package id.dukcapil.portal.sla;

import id.dukcapil.portal.common.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The procedures that ship with the portal. */
@Component
class StandardFiles {

    /**
     * A file and its fingerprint.
     *
     * @param hash SHA-256 of the bytes, hexadecimal
     */
    record Shipped(StandardFile content, String hash) {}

    private final ResourcePatternResolver resources;

    StandardFiles(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    List<Shipped> all() {
        try {
            return Arrays.stream(resources.getResources("classpath:reference/sop/*.yml"))
                    .map(StandardFiles::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shipped read(Resource file) {
        try {
            return new Shipped(parse(file), Sha256.hex(file.getContentAsByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("The procedure " + file + " cannot be read", e);
        }
    }

    /** Bound like configuration, which checks the types, the optional values and that no key is misspelled. */
    private static StandardFile parse(Resource file) throws IOException {
        List<PropertySource<?>> sources = new YamlPropertySourceLoader().load(file.getDescription(), file);
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind(
                        ConfigurationPropertyName.EMPTY,
                        Bindable.of(StandardFile.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .get();
    }
}
