package id.dukcapil.portal.submission.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the printed Kartu Keluarga says beside the facts.
 *
 * @param signatureNote the sentence at the foot about the electronic signature; offices word it differently
 */
@ConfigurationProperties("portal.family-card")
public record FamilyCardSettings(
        @DefaultValue(
                "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan"
                        + " oleh Balai Sertifikasi Elektronik (BSrE), BSSN")
        String signatureNote) {}
