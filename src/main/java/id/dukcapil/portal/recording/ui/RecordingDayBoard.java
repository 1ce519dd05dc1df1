package id.dukcapil.portal.recording.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.DayBoardContribution;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.recording.process.RecordingDays;
import id.dukcapil.portal.recording.process.RecordingDays.RecordingDay;
import id.dukcapil.portal.recording.process.RecordingLists.Group;
import id.dukcapil.portal.recording.process.RecordingPhase;
import id.dukcapil.portal.recording.process.RecordingTimes;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recordings on Papan hari ini: how they went, and the average of each step against the printed time. */
@org.springframework.stereotype.Component
class RecordingDayBoard implements DayBoardContribution {

    private static final List<String> STEPS =
            List.of("Serahkan berkas", "Periksa dan cek", "Perekaman", "Berkas kembali");

    private final RecordingDays days;
    private final CurrentStaff staff;

    RecordingDayBoard(RecordingDays days, CurrentStaff staff) {
        this.days = days;
        this.staff = staff;
    }

    @Override
    public Optional<Component> of(OfficeCode office, LocalDate day) {
        if (!staff.may(Permission.RECORDING_READ)) {
            return Optional.empty();
        }
        RecordingDay today = days.of(office, day);
        return today.opened() == 0 ? Optional.empty() : Optional.of(sheet(today, office, day));
    }

    private static Component sheet(RecordingDay today, OfficeCode office, LocalDate day) {
        var figures = Figure.row(
                figure("Datang merekam", today.opened(), null, office, day),
                figure("Berhasil", today.count(RecordingPhase::isRecorded), Group.RECORDED, office, day),
                figure(
                        "Sudah rekam",
                        today.count(phase -> phase == RecordingPhase.ALREADY_RECORDED),
                        Group.ALREADY,
                        office,
                        day),
                figure(
                        "Persyaratan tidak benar",
                        today.count(phase -> phase == RecordingPhase.RETURNED),
                        Group.RETURNED,
                        office,
                        day),
                figure(
                        "Menunggu atau direkam",
                        today.count(phase -> Objects.equals(phase.row(), 3)),
                        Group.FOR_RECORDING,
                        office,
                        day));
        var content = new Div(figures, times(today));
        content.addClassName("stack");
        return new Sheet("Perekaman KTP-el")
                .note("SOP 800/039 · rata-rata hari ini")
                .padded(content);
    }

    private static Figure figure(String caption, int count, @Nullable Group group, OfficeCode office, LocalDate day) {
        String link = "%s?kantor=%s&dari=%s&sampai=%s%s"
                .formatted(RecordingNavigation.LIST, office, day, day, group == null ? "" : "&keadaan=" + group.name());
        return new Figure(caption, Formats.number(count), "", Tone.NEUTRAL, link);
    }

    private static KeyValueList times(RecordingDay today) {
        var list = new KeyValueList();
        for (int i = 0; i < STEPS.size(); i++) {
            list.with(
                    "%d. %s".formatted(i + 1, STEPS.get(i)),
                    "%s · %s"
                            .formatted(
                                    words(today.steps().get(i)),
                                    RecordingTimes.PRINTED.get(i).words()));
        }
        return list.with("Menunggu antrean perekaman", words(today.queue()));
    }

    private static String words(Optional<Duration> time) {
        return time.map(Formats::duration).orElse("–");
    }
}
