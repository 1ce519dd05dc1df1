package id.dukcapil.portal.counter.ui;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import id.dukcapil.portal.counter.device.Device;
import id.dukcapil.portal.staff.Organisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes the plain pages of the hall; the templates escape what they are given. */
@Component
class HallSheet {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Organisation organisation;
    private final Template board = template("board");
    private final Template kiosk = template("number-kiosk");
    private final Template ticket = template("queue-ticket");
    private final Template notice = template("hall-notice");

    HallSheet(Organisation organisation) {
        this.organisation = organisation;
    }

    private static Template template(String name) {
        try {
            return Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .compile(new ClassPathResource("pages/" + name + ".html")
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The template of a page of the hall cannot be read", e);
        }
    }

    ResponseEntity<String> board(Map<String, Object> values) {
        return page(HttpStatus.OK, board, values);
    }

    ResponseEntity<String> kiosk(Map<String, Object> values) {
        return page(HttpStatus.OK, kiosk, values);
    }

    ResponseEntity<String> ticket(Map<String, Object> values) {
        return page(HttpStatus.OK, ticket, values);
    }

    ResponseEntity<String> refused(Device.Kind kind) {
        return page(
                HttpStatus.FORBIDDEN,
                notice,
                Map.of(
                        "headline",
                        kind.label() + " ini belum terdaftar",
                        "sentence",
                        "Minta manajer layanan mendaftarkan perangkat ini di halaman Layanan & loket,"
                                + " lalu buka alamat yang diberikan di sana."));
    }

    ResponseEntity<String> unknownTicket() {
        return page(
                HttpStatus.NOT_FOUND,
                notice,
                Map.of(
                        "headline",
                        "Nomor antrean tidak ditemukan",
                        "sentence",
                        "Pindai lagi kode QR pada tiket, atau tanyakan kepada petugas."));
    }

    private ResponseEntity<String> page(HttpStatus status, Template template, Map<String, Object> values) {
        var all = new HashMap<>(values);
        all.put("organisation", organisation.name());
        all.put("government", organisation.government());
        return ResponseEntity.status(status).contentType(HTML).body(template.execute(all));
    }
}
