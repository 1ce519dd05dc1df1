package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.select.Select;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.privacy.CaseList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which cases of a register are listed; without a word in the address those that are open. */
class CaseListField extends Select<CaseList> {

    /** Its place in the address. */
    static final String LIST = "daftar";

    private static final long serialVersionUID = 1L;

    /** @param chosen told what the address has to say */
    CaseListField(Consumer<@Nullable CaseList> chosen) {
        setLabel("Tampilkan");
        setItems(CaseList.values());
        setItemLabelGenerator(CaseList::label);
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(change.getValue() == CaseList.OPEN ? null : change.getValue());
            }
        });
    }

    /** Puts into the field what the address says. */
    CaseList show(UrlState url) {
        CaseList list = url.constant(LIST, CaseList.class).orElse(CaseList.OPEN);
        setValue(list);
        return list;
    }
}
