package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.destruction.Destruction;
import id.dukcapil.portal.cards.destruction.Destruction.Witness;
import id.dukcapil.portal.cards.destruction.Destructions;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import java.util.List;

/** Names the witnesses and destroys a batch; it cannot be changed afterwards. */
class WitnessDialog extends FormDialog {

    private final transient Destructions destructions;
    private final transient Destruction batch;
    private final TextField manner = Indonesian.textField("Cara");
    private final List<WitnessFields> witnesses = List.of(new WitnessFields(1), new WitnessFields(2));

    private static class WitnessFields {
        private final TextField name;
        private final TextField title;
        private final TextField agency;

        WitnessFields(int number) {
            name = Indonesian.textField("Saksi %d: nama".formatted(number));
            title = Indonesian.textField("Saksi %d: jabatan".formatted(number));
            agency = Indonesian.textField("Saksi %d: instansi".formatted(number));
        }

        Witness value() {
            return new Witness(
                    name.getValue().strip(),
                    title.getValue().strip(),
                    agency.getValue().strip());
        }
    }

    WitnessDialog(Destructions destructions, Destruction batch, Runnable changed) {
        super("Musnahkan %s kartu".formatted(Formats.number(batch.cards())), "Musnahkan dan bekukan", changed);
        this.destructions = destructions;
        this.batch = batch;
        manner.setValue("dibakar");
        addFields(manner);
        witnesses.forEach(witness -> addFields(witness.name, witness.title, witness.agency));
        findings().at("manner", manner).at("witnesses", witnesses.getFirst().name);
    }

    @Override
    protected String act() {
        Destruction done = destructions.finish(
                batch.id(),
                manner.getValue(),
                witnesses.stream().map(WitnessFields::value).toList());
        return "Berita acara %s dibuat dan dibekukan.".formatted(done.number());
    }
}
