package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.html.DescriptionList;
import id.dukcapil.portal.sla.Approval;
import id.dukcapil.portal.sla.ServiceStandard;
import org.jspecify.annotations.Nullable;

/** The block in the corner of a procedure's first page: number, dates, who signed it. */
class IdentityBlock extends DescriptionList {

    private static final String BLANK = "tidak diisi";

    IdentityBlock(ServiceStandard standard) {
        addClassName("sop-identity");
        String division = standard.division();
        entry("Instansi", standard.agency() + " " + standard.regency());
        if (division != null) {
            entry("Bidang", division);
        }
        entry("Nomor SOP", standard.identity().number());
        entry("Nomor SK", standard.identity().decree());
        entry("Tanggal pembuatan/penerbitan", standard.issued());
        entry("Tanggal revisi", standard.revised());
        entry("Tanggal efektif", standard.effective());
        entry("Disahkan oleh", approval(standard.approval()));
    }

    private void entry(String term, @Nullable String description) {
        var value = new Description(description == null ? BLANK : description);
        if (description == null) {
            value.addClassName("sop-blank");
        }
        add(new Term(term), value);
    }

    private static String approval(@Nullable Approval approval) {
        return approval == null
                ? "tidak terbaca pada salinan"
                : "%s\n%s\nNIP %s".formatted(approval.title(), approval.name(), approval.printedNip());
    }
}
