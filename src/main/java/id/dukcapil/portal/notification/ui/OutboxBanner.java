package id.dukcapil.portal.notification.ui;

import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.notification.OutboxState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says whether mails leave at all, and how long the oldest has been waiting. */
class OutboxBanner extends Div {

    /** Mails leave within seconds; one that is older than that waits for something. */
    private static final Duration LONG = Duration.ofMinutes(15);

    void show(OutboxState state) {
        removeAll();
        String waiting = waiting(state.oldestWaiting());
        if (!state.connected()) {
            add(new Callout(
                    "Tidak dikirim",
                    Tone.WARN,
                    state.server()
                            + " Surat yang ditahan dapat dibaca di sini dan baru keluar bila dikirim dari sini."));
        } else if (state.silent()) {
            add(new Callout(
                    "Server diam",
                    Tone.LATE,
                    "Server e-mail %s tidak menjawab. Surat menunggu dan dikirim begitu server kembali. %s"
                            .formatted(state.server(), waiting)));
        } else if (state.oldestWaiting() != null && state.oldestWaiting().compareTo(LONG) > 0) {
            add(new Callout("Terhambat", Tone.WARN, waiting + " Lihat riwayatnya untuk jawaban server."));
        }
    }

    /** The line under the title, when there is nothing to worry about. */
    static String line(OutboxState state) {
        return state.connected()
                ? "Server e-mail %s · %s".formatted(state.server(), waiting(state.oldestWaiting()))
                : state.server();
    }

    private static String waiting(@Nullable Duration oldest) {
        return oldest == null
                ? "Tidak ada surat yang menunggu."
                : "Surat tertua menunggu %s.".formatted(Formats.duration(oldest));
    }
}
