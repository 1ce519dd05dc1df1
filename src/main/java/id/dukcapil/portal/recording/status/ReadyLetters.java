package id.dukcapil.portal.recording.status;

import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.SurveyLink;
import id.dukcapil.portal.recording.process.RecordingFiles;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people who gave an e-mail address at their recording that the card can be printed. */
@Component
class ReadyLetters {

    static final String TEMPLATE = "recording/ready";

    private final RecordingFiles files;
    private final SurveyLink survey;

    ReadyLetters(RecordingFiles files, SurveyLink survey) {
        this.files = files;
        this.survey = survey;
    }

    @EventListener
    @Nullable
    MailRequested tell(CardReady ready) {
        return files.addressee(ready.nik())
                .map(one -> new MailRequested(
                                TEMPLATE,
                                one.email(),
                                one.name(),
                                Map.of(
                                        "number", one.number(),
                                        "office", one.office(),
                                        "page", one.page(),
                                        "survey", survey.of(one.place())),
                                "Perekaman KTP-el",
                                one.number(),
                                null)
                        .concerning(ready.nik()))
                .orElse(null);
    }
}
