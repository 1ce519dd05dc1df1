package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;

/** A button that hands out a file, which is written when it is asked for, not before. */
public class FileLink extends Anchor {

    public static final String PDF = "application/pdf";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String CSV = "text/csv";

    /** Writes a file. */
    @FunctionalInterface
    public interface Content extends Serializable {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @param type of the content, {@link #PDF} for instance */
    public FileLink(String label, String fileName, String type, Content content) {
        super(handler(fileName, type, content), "");
        add(new Button(label));
        addClassName("download");
    }

    private static DownloadHandler handler(String fileName, String type, Content content) {
        return event -> {
            event.setFileName(fileName);
            event.setContentType(type);
            try (OutputStream out = event.getOutputStream()) {
                content.writeTo(out);
            }
        };
    }
}
