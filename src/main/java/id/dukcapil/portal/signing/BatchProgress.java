package id.dukcapil.portal.signing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Is told how a batch gets on, by the threads that sign; whoever shows it must be quick and must not throw. */
public interface BatchProgress {

    /** @param last the document that has just had its turn */
    void advanced(BatchCounts counts, Turn last);

    void ended(BatchEnding ending, @Nullable String explanation, BatchCounts counts);

    /** What became of one document. */
    record Turn(
            UUID item,
            SigningDocumentId document,
            ItemState state,
            @Nullable String explanation) {}
}
