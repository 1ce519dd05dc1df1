package id.dukcapil.portal.notification.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.staff.Organisation;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One source, two forms: what a resident reads in HTML and in plain text. */
class LettersTest {

    private static final Organisation ORGANISATION = new Organisation(
            "Dinas Kependudukan & Pencatatan Sipil",
            "Pemerintah Kabupaten Bandung",
            "Kabupaten Bandung",
            "3204",
            ZoneId.of("Asia/Jakarta"),
            "Kompleks Pemerintah Kabupaten Bandung, Soreang",
            "(022) 0000-0000",
            "disdukcapil.contoh.go.id",
            "layanan@disdukcapil.contoh.go.id",
            "40911",
            List.of());

    private final Letters letters = new Letters(ORGANISATION);

    private static Map<String, String> facts() {
        return new HashMap<>(Map.of(
                "date", "Senin, 7 Desember 2026",
                "office", "UKL Kecamatan Soreang",
                "number", "055",
                "code", "7K3M-9QXD",
                "reason", "berhalangan"));
    }

    @Test
    void bothFormsSayTheSame() {
        Letter letter = letters.write("booking/cancelled", "Siti Nurhasanah", facts());
        assertThat(letter.subject()).isEqualTo("Pemesanan antrean cetak KTP-el pada Senin, 7 Desember 2026 dibatalkan");
        for (String form : List.of(letter.html(), letter.text())) {
            assertThat(form)
                    .contains("Pemesanan Anda dibatalkan", "Yth. Siti Nurhasanah,", "Senin, 7 Desember 2026")
                    .contains("UKL Kecamatan Soreang", "055", "7K3M-9QXD", "berhalangan")
                    .contains("Pemerintah Kabupaten Bandung", "Kompleks Pemerintah Kabupaten Bandung, Soreang")
                    .doesNotContain("{{");
        }
        assertThat(letter.text())
                .contains("  Nomor antrean : 055")
                .contains("Dinas Kependudukan & Pencatatan Sipil")
                .doesNotContain("<");
        assertThat(letter.html()).contains("Dinas Kependudukan &amp; Pencatatan Sipil");
    }

    @Test
    void nothingInALetterIsFetchedFromOutside() {
        letters.kinds().keySet().forEach(name -> {
            String html = letters.write(name, "Siti", everything()).html();
            assertThat(html).doesNotContain("http://", "https://", "<script", "src=\"//", "url(");
            assertThat(html).contains("cid:" + Letter.EMBLEM, "prefers-color-scheme: dark", "max-width:600px");
        });
    }

    /** Whoever adds a placeholder to a template adds it to the test of who fills it, and here. */
    private static Map<String, String> everything() {
        var facts = facts();
        for (String name : List.of(
                "address",
                "page",
                "oldDate",
                "oldOffice",
                "oldCode",
                "requestedAt",
                "requestedBy",
                "receivedAt",
                "at",
                "family",
                "legalBasis",
                "completeBy",
                "shortcoming1",
                "shortcoming2",
                "shortcoming3",
                "shortcoming4",
                "shortcoming5",
                "note",
                "reference",
                "title",
                "expiresAt",
                "qr",
                "pin",
                "hours",
                "cancelLink",
                "number",
                "office",
                "day",
                "served",
                "fresh",
                "dropOuts",
                "validUntil",
                "since",
                "days",
                "request",
                "scope",
                "period",
                "survey")) {
            facts.put(name, "nilai " + name);
        }
        return facts;
    }

    @Test
    void whatAPlaceholderStandsForIsNeverMoreThanText() {
        var facts = facts();
        facts.put("reason", "<script>alert(1)</script> {{code}} | - ! #\n\nBcc: semua@contoh.id");
        facts.put("date", "besok\r\nBcc: semua@contoh.id");
        Letter letter = letters.write("booking/cancelled", "<b>Siti</b>", facts);
        assertThat(letter.html())
                .doesNotContain("<script>", "<b>Siti</b>")
                .contains("&lt;script&gt;", "&lt;b&gt;Siti")
                .contains("{{code}}");
        assertThat(letter.subject()).doesNotContain("\r", "\n");
        assertThat(letter.text()).contains("<script>alert(1)</script> {{code}} | - ! # Bcc: semua@contoh.id");
    }

    @Test
    void aLinkIsAButtonInOneFormAndAnAddressInTheOther() {
        var facts = everything();
        facts.put("cancelLink", "https://portal.contoh.go.id/pembatalan/x?\"><b>");
        Letter letter = letters.write("booking/confirmed", "Siti", facts);
        assertThat(letter.html())
                .contains("href=\"https://portal.contoh.go.id/pembatalan/x?&quot;&gt;&lt;b&gt;\"")
                .contains(">Batalkan pemesanan ini</a>");
        assertThat(letter.text()).contains("Batalkan pemesanan ini:", "    https://portal.contoh.go.id/pembatalan/x?");
    }

    @Test
    void aLinkThatLeadsNowhereIsLeftOut() {
        var facts = everything();
        facts.put("cancelLink", "");
        Letter letter = letters.write("booking/confirmed", "Siti", facts);
        assertThat(letter.html()).doesNotContain("<a ");
        assertThat(letter.text()).doesNotContain("Batalkan pemesanan ini");
    }

    @Test
    void aFactWithoutAValueIsLeftOut() {
        var facts = facts();
        facts.put("reason", "");
        Letter letter = letters.write("booking/cancelled", "Siti", facts);
        assertThat(letter.text()).doesNotContain("Alasan");
        assertThat(letter.html()).doesNotContain("Alasan");
    }

    @Test
    void aMissingFactMakesTheLetterUnusableInsteadOfLeavingAHole() {
        var facts = facts();
        facts.remove("code");
        assertThatThrownBy(() -> letters.write("booking/cancelled", "Siti", facts))
                .isInstanceOf(LetterUnusable.class)
                .hasMessageContaining("code");
        assertThatThrownBy(() -> letters.write("booking/unknown", "Siti", facts))
                .isInstanceOf(LetterUnusable.class)
                .hasMessageContaining("booking/unknown");
    }

    @Test
    void everyTemplateHasTheNameThatTheOfficeCallsIt() {
        assertThat(letters.kinds())
                .containsEntry("booking/confirmed", "Konfirmasi pemesanan")
                .containsEntry("booking/moved", "Perubahan pemesanan");
        assertThat(letters.kind("gone/one")).isEqualTo("gone/one");
    }

    @Test
    void aTemplateWithoutItsHeadIsFoundAtStart() {
        assertThatThrownBy(() -> LetterTemplate.parse("uji/x", "kind: Uji\nsubject: Uji\n\n# Judul"))
                .hasMessageContaining("uji/x")
                .hasMessageContaining("preview");
        assertThatThrownBy(() -> LetterTemplate.parse("uji/x", "kind: U\nsubject: U\npreview: U\n\n| tanpa nilai"))
                .hasMessageContaining("tanpa nilai");
    }
}
