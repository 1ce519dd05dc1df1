package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.privacy.Decision;
import id.dukcapil.portal.privacy.RequestDetails;
import id.dukcapil.portal.privacy.RequestRegister;
import java.util.Set;

/** The decision on a request and its reasons. */
class AnswerDialog extends CaseDialog {

    private final Select<Decision> decision = field("decision", Indonesian.select("Keputusan"));
    private final TextArea reasons = field("answer", Indonesian.textArea("Jawaban dan alasannya"));

    /** @param open the decisions that can be taken now, the usual one first */
    AnswerDialog(RequestRegister register, RequestDetails request, Set<Decision> open, Runnable changed) {
        super("Jawab " + request.number());
        decision.setItems(open);
        decision.setItemLabelGenerator(Decision::label);
        decision.setValue(open.iterator().next());
        reasons.setMaxLength(1900);
        reasons.setMinHeight("8rem");
        confirm("Simpan jawaban", () -> {
            register.answer(request.number(), decision.getValue(), reasons.getValue());
            Notify.done("Permintaan %s dijawab: %s."
                    .formatted(request.number(), decision.getValue().label().toLowerCase(Formats.INDONESIAN)));
            changed.run();
        });
        addOpenedChangeListener(change -> reasons.focus());
    }
}
