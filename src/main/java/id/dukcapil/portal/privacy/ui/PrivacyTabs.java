package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouterLink;

/** The rooms of the officer for personal data, side by side above each of them. */
class PrivacyTabs extends Nav {

    static final String REQUESTS = "pelindungan-data";
    static final String INCIDENTS = "pelindungan-data/insiden";
    static final String RETENTION = "pelindungan-data/retensi";
    static final String RECORD = "pelindungan-data/catatan";

    /** Place in the address of which cases are listed. */
    static final String LIST = "daftar";

    PrivacyTabs(Class<? extends Component> here) {
        addClassName("privacy-tabs");
        setAriaLabel("Bagian pelindungan data pribadi");
        addLink("Permintaan subjek data", RequestsView.class, here);
        addLink("Insiden", IncidentsView.class, here);
        addLink("Masa simpan", RetentionView.class, here);
        addLink("Data apa, di mana, mengapa", RecordView.class, here);
    }

    private void addLink(String label, Class<? extends Component> view, Class<? extends Component> here) {
        var link = new RouterLink(label, view);
        if (view.equals(here)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
    }
}
