package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.signing.BatchFollowing;
import id.dukcapil.portal.signing.ItemRow;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Documents of any batch of which nobody knows whether they were signed; not to be seen when there are none. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class UnknownList extends Div {

    private static final int MOST = 50;

    private final transient BatchFollowing batches;
    private final transient TroubledItems troubled;
    private final Details details = new Details();
    private transient List<ItemRow> shown = List.of();

    UnknownList(BatchFollowing batches, TroubledItems troubled) {
        this.batches = batches;
        this.troubled = troubled;
        addClassNames("card", "unknown");
        add(details);
        setVisible(false);
    }

    /** Looks again; what is open stays open. */
    void refresh() {
        List<ItemRow> now = batches.unknown(MOST + 1);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        setVisible(!now.isEmpty());
        details.setSummaryText("%s dokumen belum pasti ditandatangani"
                .formatted(now.size() > MOST ? "Lebih dari " + MOST : Formats.number(now.size())));
        details.removeAll();
        details.add(
                new Paragraph(
                        "Dokumen ini sudah dikirim ke penyedia TTE, tetapi jawabannya tidak sampai. Dokumen terkunci"
                                + " sampai jelas, supaya tidak ditandatangani dua kali."),
                troubled.list(now.subList(0, Math.min(MOST, now.size())), this::refresh));
    }
}
