package id.dukcapil.portal.population.importing;

import org.jspecify.annotations.Nullable;

/** An import that cannot be received or started; the message is a sentence for the person at the screen. */
public class ImportRefused extends RuntimeException {

    private final transient @Nullable ImportId earlier;

    ImportRefused(String sentence) {
        this(sentence, null);
    }

    /** @param earlier the import that stands in the way */
    ImportRefused(String sentence, @Nullable ImportId earlier) {
        super(sentence);
        this.earlier = earlier;
    }

    public String sentence() {
        @Nullable String message = getMessage();
        return message == null ? "" : message;
    }

    public @Nullable ImportId earlier() {
        return earlier;
    }
}
