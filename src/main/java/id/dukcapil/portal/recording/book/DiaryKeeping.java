package id.dukcapil.portal.recording.book;

import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.Regions;
import id.dukcapil.portal.recording.process.RecordingAction;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingMoved;
import id.dukcapil.portal.recording.process.RecordingPhase;
import id.dukcapil.portal.staff.Offices;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters incoming files and outcomes into the diary, in the transaction of the recording. */
@Component
class DiaryKeeping {

    private final DiaryRows rows;
    private final DocumentNumbers numbers;
    private final NumberKind diaryLines;
    private final Offices offices;
    private final Population population;
    private final Regions regions;

    DiaryKeeping(
            DiaryRows rows,
            DocumentNumbers numbers,
            NumberKind diaryLines,
            Offices offices,
            Population population,
            Regions regions) {
        this.rows = rows;
        this.numbers = numbers;
        this.diaryLines = diaryLines;
        this.offices = offices;
        this.population = population;
        this.regions = regions;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void enter(RecordingMoved moved) {
        String event = event(moved.step());
        if (event != null) {
            enter(moved.recording(), moved.step(), event);
        }
    }

    private static @Nullable String event(StepTaken<RecordingPhase, RecordingAction> step) {
        return switch (step.action()) {
            case RECEIVE -> "Berkas perekaman KTP-el diterima";
            case GIVE_BACK -> "Persyaratan tidak benar, berkas dikembalikan";
            case ALREADY -> "Sudah rekam, berkas dikembalikan";
            case SUCCEED -> "Perekaman KTP-el berhasil";
            case END -> "Perekaman KTP-el tidak berhasil";
            // A person who leaves before the file was received has left nothing in the book
            case LEAVE -> step.from() == RecordingPhase.ARRIVED ? null : "Perekaman KTP-el tidak dilanjutkan";
            case OPEN, ACCEPT, NOT_YET, TAKE_OVER, FAIL, AGAIN, FINISH, TROUBLE -> null;
        };
    }

    private void enter(RecordingDetails recording, StepTaken<RecordingPhase, RecordingAction> step, String event) {
        Optional<Person> person = population.find(recording.nik());
        rows.append(new DiaryLine(
                TimeOrderedId.at(step.at()),
                numbers.next(diaryLines, offices.find(recording.office()).orElseThrow()),
                recording.office(),
                step.at(),
                event,
                recording.number(),
                recording.nik(),
                recording.name(),
                person.map(Person::female).orElse(null),
                person.map(one -> "%s, %s".formatted(one.birthPlace(), Formats.date(one.birthDate())))
                        .orElse(null),
                person.map(one -> regions.inWords(one.address())).orElse(null),
                step.actor(),
                step.reason(),
                null));
    }
}
