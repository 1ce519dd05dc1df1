package id.dukcapil.portal.recording.ui;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingTimes;
import java.time.ZoneId;

/** Waiting, way and service apart, because only the service is measured by the procedure. */
class TimesSheet extends Sheet {

    private static final long serialVersionUID = 1L;

    TimesSheet(RecordingDetails recording, RecordingTimes times, ZoneId zone) {
        super("Waktu");
        note("datang " + Formats.time(recording.arrivedAt(), zone));
        var facts = new KeyValueList().with("Menunggu", Formats.duration(times.waiting()));
        if (recording.calledAt() != null) {
            facts.with("Jalan ke loket", Formats.duration(times.way()));
        }
        facts.with(
                "Layanan", "%s dari %s mnt".formatted(Formats.duration(times.service()), RecordingTimes.WHOLE.range()));
        padded(facts);
    }
}
