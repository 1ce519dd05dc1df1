package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.PersonalDataSource.Holding;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.privacy.ProcessingRecord;
import id.dukcapil.portal.privacy.RetentionRule;
import id.dukcapil.portal.privacy.RetentionRules;
import jakarta.annotation.security.RolesAllowed;

/** Whoever asks what the portal stores where, why and for how long finds it on one page, and on paper. */
@Route(PrivacyTabs.RECORD)
@PageTitle("Data apa, di mana, mengapa")
@RolesAllowed(Permission.Name.PRIVACY_READ)
@StyleSheet("context://styles/privacy.css")
class RecordView extends Page {

    RecordView(ProcessingRecord record, RetentionRules retention) {
        super("Data apa, di mana, mengapa");
        setSubtitle("Catatan pemrosesan data pribadi menurut UU 27/2022 Pasal 31, langsung dari portal ini.");
        setActions(new Button("Cetak", click -> paper(record).open()));
        add(
                new PrivacyTabs(RecordView.class),
                part(
                        "Disimpan di mana dan mengapa",
                        record.holdings().stream().map(RecordView::card).toArray(Component[]::new)),
                part(
                        "Berapa lama",
                        retention.all().stream().map(RecordView::card).toArray(Component[]::new)));
    }

    private static Section part(String title, Component... cards) {
        var section = new Section(new H2(title), new Div(cards));
        section.addClassName("privacy-record");
        return section;
    }

    private static Div card(Holding holding) {
        return card(
                holding.place(),
                new KeyValueList()
                        .with("Data", holding.kinds())
                        .with("Tujuan", holding.purpose())
                        .with("Dasar", holding.basis()));
    }

    private static Div card(RetentionRule rule) {
        return card(
                rule.label(),
                new KeyValueList()
                        .with("Disimpan", ProcessingRecord.inWords(rule.period()))
                        .with("Sesudahnya", rule.outcome())
                        .with("Dasar", rule.basis()));
    }

    private static Div card(String title, KeyValueList facts) {
        var head = new Div(title);
        head.addClassName("card-head");
        var body = new Div(facts);
        body.addClassName("pad");
        var card = new Div(head, body);
        card.addClassName("card");
        return card;
    }

    private static PdfDialog paper(ProcessingRecord record) {
        return new PdfDialog("Catatan pemrosesan data pribadi", "catatan-pemrosesan.pdf", record::pdf);
    }
}
