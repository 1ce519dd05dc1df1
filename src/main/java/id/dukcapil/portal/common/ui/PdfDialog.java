package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.function.Supplier;

/** A page of A4 to read, save and print, as large as the window allows. */
public class PdfDialog extends Dialog {

    /**
     * @param title what it is, "Surat pemberitahuan INS-2026-0001"
     * @param fileName as it is saved; no personal data
     * @param document gives the bytes, see {@link PdfPreview}
     */
    public PdfDialog(String title, String fileName, Supplier<byte[]> document) {
        super(title);
        addClassName("pdf-dialog");
        setWidth("min(56rem, 96vw)");
        add(new PdfPreview(fileName, title, document));
        getFooter().add(new Button("Tutup", click -> close()));
    }
}
