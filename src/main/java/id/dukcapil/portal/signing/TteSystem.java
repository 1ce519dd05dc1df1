package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.OutsideSystem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says on the system page who signs, and whether it answers. */
@Component
class TteSystem implements OutsideSystem {

    private final @Nullable TteAdapter adapter;

    TteSystem(Optional<TteAdapter> adapter) {
        this.adapter = adapter.orElse(null);
    }

    @Override
    public String name() {
        return "Penyedia tanda tangan elektronik (TTE)";
    }

    @Override
    public Answer probe() {
        if (adapter == null) {
            return new Answer(
                    State.NOT_CONFIGURED,
                    "Belum dikonfigurasi (portal.signing.provider); dokumen tidak dapat ditandatangani.");
        }
        try {
            return new Answer(State.ANSWERS, adapter.probe());
        } catch (TteUnavailable silent) {
            return new Answer(State.SILENT, "%s: %s".formatted(adapter.name(), silent.getMessage()));
        }
    }
}
