package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.signing.BatchEnding;
import id.dukcapil.portal.signing.BatchRow;

/** The word and the colour of how a batch ended. */
final class HistoryTones {

    static final String RUNNING = "Sedang berjalan";

    private HistoryTones() {}

    static String label(BatchRow batch) {
        BatchEnding ending = batch.ending();
        return ending == null ? RUNNING : ending.label();
    }

    static Tone of(BatchRow batch) {
        return switch (batch.ending()) {
            case null -> Tone.INFO;
            case COMPLETED -> Tone.OK;
            case STOPPED -> Tone.WARN;
            case WRONG_PASSPHRASE, SIGNER_CANNOT_SIGN, MANDATE_ENDED, PROVIDER_SILENT, STORAGE_FAILED, INTERRUPTED ->
                Tone.LATE;
        };
    }
}
