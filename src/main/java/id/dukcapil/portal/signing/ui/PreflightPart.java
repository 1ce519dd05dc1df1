package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.signing.Passphrase;
import id.dukcapil.portal.signing.Preflight;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was found, and below it the passphrase, if anything can be signed. */
class PreflightPart extends Div {

    /**
     * @param warning what went wrong the time before; null at the first time
     * @param sign takes the passphrase, once
     * @param cancel back to choosing
     */
    PreflightPart(
            Preflight found,
            @Nullable String warning,
            ZoneId zone,
            Instant now,
            Consumer<Passphrase> sign,
            Runnable cancel) {
        addClassName("preflight");
        if (warning != null) {
            add(new Callout("Passphrase salah", Tone.LATE, warning));
        }
        add(new Findings(found, zone, now));
        var back = new Button("Kembali", click -> cancel.run());
        int ready = found.ready().size();
        if (ready == 0) {
            back.addClassName("alone");
            add(back);
            return;
        }
        var signAll = new Button("Tanda tangani %s dokumen".formatted(Formats.number(ready)));
        signAll.addThemeVariants(ButtonVariant.PRIMARY);
        var secret = new PassphraseField(signAll, sign, back);
        add(secret);
        secret.focus();
    }
}
