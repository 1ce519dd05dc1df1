package id.dukcapil.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Jobs print and store at night, when nobody is signed in. */
@IntegrationTest
class DocumentsIntegrationTest {

    @Autowired
    PdfRenderer renderer;

    @Autowired
    DocumentStore store;

    @Test
    void aJobPrintsWithTheConfiguredLetterheadAndStoresTheDocument() throws IOException {
        byte[] pdf = renderer.render(Paper.DAY_LIST, Paper.dayList(), List.of(Paper.booking(1)));

        assertThat(new Paper(store.read(store.put(pdf))).text())
                .contains("PEMERINTAH KABUPATEN BANDUNG", "layanan@disdukcapil.contoh.go.id");
    }
}
